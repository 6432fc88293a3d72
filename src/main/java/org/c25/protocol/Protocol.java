package org.c25.protocol;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.c25.common.Fault;
import org.c25.common.Problem;
import org.jspecify.annotations.Nullable;

/**
 * The protocol of a study: what it asks of its participants.
 *
 * @param name the study's name, 1 … 200 characters
 * @param contact the address to which participants write, at most 200 characters; may be empty
 * @param consent the text that participants agree to, at most 20,000 characters; empty for the built-in one
 * @param capacity how many people rate each set, 1 … 1000
 * @param repeatShare the share of a set's items that each person rates a second time, 0 … 1
 * @param repeatMinimumLag the least number of trials from a first showing to its repeat, 1 … 1000
 * @param design the arrangement of the trials, the controls and all that comes before and after the trials
 */
public record Protocol(
        String name,
        String contact,
        String consent,
        int capacity,
        double repeatShare,
        int repeatMinimumLag,
        Design design) {

    /** The capacity of AffectNetC25: 25 people a set. It showed ten per cent twice. */
    public static final int C25_CAPACITY = 25;

    public static final double C25_REPEAT_SHARE = 0.1;
    public static final int C25_REPEAT_MINIMUM_LAG = 20;

    /** @throws Problem naming every field that is out of range */
    public Protocol {
        name = name.strip();
        contact = contact.strip();
        List<Fault> faults = new ArrayList<>();
        if (name.isEmpty() || name.length() > 200) {
            faults.add(Fault.inField("name", "1 to 200 characters"));
        }
        if (contact.length() > 200) {
            faults.add(Fault.inField("contact", "at most 200 characters"));
        }
        if (consent.length() > 20_000) {
            faults.add(Fault.inField("consent", "at most 20,000 characters"));
        }
        if (capacity < 1 || capacity > 1000) {
            faults.add(Fault.inField("capacity", "1 to 1,000"));
        }
        if (!(repeatShare >= 0 && repeatShare <= 1)) {
            faults.add(Fault.inField("repeatShare", "0 to 1, such as 0.1 for ten per cent"));
        }
        if (repeatMinimumLag < 1 || repeatMinimumLag > 1000) {
            faults.add(Fault.inField("repeatMinimumLag", "1 to 1,000"));
        }
        if (!faults.isEmpty()) {
            throw Problem.invalid(faults);
        }
    }

    /** Returns how many of a set's images are shown twice. */
    public int repeats(int images) {
        return repeats(images, repeatShare);
    }

    public static int repeats(int images, double repeatShare) {
        return (int) Math.round(repeatShare * images);
    }

    public TrialOrdering ordering() {
        return Objects.requireNonNull(design.ordering());
    }

    public Presentation presentation() {
        return Objects.requireNonNull(design.presentation());
    }

    public Pacing pacing() {
        return Objects.requireNonNull(design.pacing());
    }

    /** Returns the study's own instructions, in Markdown, by language; empty for the built-in ones. */
    public String instructions() {
        return Objects.requireNonNull(design.instructions());
    }

    public Labels labels() {
        return Objects.requireNonNull(design.labels());
    }

    public List<Question> questions() {
        return Objects.requireNonNull(design.questions());
    }

    public List<Question> closingQuestions() {
        return Objects.requireNonNull(design.closingQuestions());
    }

    /** Returns the service that sends the participants; null for none. */
    public @Nullable Recruiter recruiter() {
        return design.recruiter();
    }

    public Recruitment recruitment() {
        return Objects.requireNonNull(design.recruitment());
    }

    public DropOutRules dropOuts() {
        return Objects.requireNonNull(design.dropOuts());
    }

    public FlagThresholds quality() {
        return Objects.requireNonNull(design.quality());
    }

    /** Returns the same protocol without the parts that only concern the lab, its recruiter and its participants. */
    public Protocol published() {
        return new Protocol(name, "", consent, capacity, repeatShare, repeatMinimumLag, design.withoutRecruiter());
    }

    /** Returns the same protocol with another text that participants agree to. */
    public Protocol asking(String otherConsent) {
        return new Protocol(name, contact, otherConsent, capacity, repeatShare, repeatMinimumLag, design);
    }

    /** Returns a protocol whose null parts are filled in as in AffectNetC25. */
    public static Protocol orAsInC25(
            @Nullable String name,
            @Nullable String contact,
            @Nullable String consent,
            @Nullable Integer capacity,
            @Nullable Double repeatShare,
            @Nullable Integer repeatMinimumLag,
            @Nullable Design design) {
        return new Protocol(
                name == null ? "" : name,
                contact == null ? "" : contact,
                consent == null ? "" : consent,
                capacity == null ? C25_CAPACITY : capacity,
                repeatShare == null ? C25_REPEAT_SHARE : repeatShare,
                repeatMinimumLag == null ? C25_REPEAT_MINIMUM_LAG : repeatMinimumLag,
                design == null ? Design.USUAL : design);
    }
}
