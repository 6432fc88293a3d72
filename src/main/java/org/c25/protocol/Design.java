package org.c25.protocol;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.c25.common.ByLanguage;
import org.c25.common.Problem;
import org.jspecify.annotations.Nullable;

/**
 * The design of a study: what its participants meet, and in which order. A part that is null is as in AffectNetC25, or
 * has the usual value if AffectNetC25 had nothing of the kind.
 *
 * @param instructions the study's own instructions, in Markdown, in one language or in several as {@link ByLanguage} has
 *     them; at most 20,000 characters, empty for the built-in ones
 * @param questions the questions about the person before the trials; none by default
 * @param closingQuestions the questions after the last trial; none by default
 * @param recruiter the service that sends the participants; null for none
 * @param recruitment the rules of who may have a slot
 * @param dropOuts the rules of when somebody at work counts as a drop-out
 * @param quality the thresholds from which answers get a flag
 */
public record Design(
        @Nullable TrialOrdering ordering,
        @Nullable Presentation presentation,
        @Nullable Pacing pacing,

        @JsonInclude(JsonInclude.Include.NON_EMPTY) @Nullable
        String instructions,

        @Nullable Labels labels,
        @Nullable List<Question> questions,
        @Nullable List<Question> closingQuestions,
        @Nullable Recruiter recruiter,
        @Nullable Recruitment recruitment,
        @Nullable DropOutRules dropOuts,
        @Nullable FlagThresholds quality) {

    public static final Design USUAL = new Design(null, null, null, null, null, null, null, null, null, null, null);

    /** The design of a study from before there was anything to choose: without practice. */
    static final Design OF_OLD = new Design(
            null,
            null,
            new Pacing(0, null, null),
            null,
            null,
            null,
            null,
            null,
            null,
            DropOutRules.NEVER_RELEASED,
            null);

    private static final int MOST_INSTRUCTIONS = 20_000;

    /** @throws Problem if the questions don't go together, or the instructions are unfit */
    public Design {
        ordering = ordering == null ? TrialOrdering.RANDOM : ordering;
        presentation = presentation == null ? Presentation.C25 : presentation;
        pacing = pacing == null ? Pacing.USUAL : pacing;
        instructions = instructions == null ? "" : instructions;
        checkInstructions(instructions);
        labels = labels == null ? Labels.C25 : labels;
        questions = Question.checked("questions", questions);
        closingQuestions = Question.checked("closingQuestions", closingQuestions);
        recruitment = recruitment == null ? Recruitment.USUAL : recruitment;
        dropOuts = dropOuts == null ? DropOutRules.USUAL : dropOuts;
        quality = quality == null ? FlagThresholds.USUAL : quality;
    }

    private static void checkInstructions(String instructions) {
        if (instructions.length() > MOST_INSTRUCTIONS) {
            throw Problem.invalid("instructions", "at most 20,000 characters");
        }
        PageLanguages.checkLines("instructions", instructions);
    }

    /** Returns the same design with another pace. */
    public Design paced(Pacing other) {
        return with(other, labels, recruiter, dropOuts);
    }

    /** Returns the same design with other labels. */
    public Design labelled(Labels others) {
        return with(pacing, others, recruiter, dropOuts);
    }

    Design withoutRecruiter() {
        return with(pacing, labels, null, dropOuts);
    }

    /**
     * Returns the same design with the rules of before slots were released: nobody in such a study was told that they
     * could lose their slot.
     */
    Design neverReleasing() {
        return with(pacing, labels, recruiter, DropOutRules.NEVER_RELEASED);
    }

    private Design with(
            @Nullable Pacing otherPacing,
            @Nullable Labels otherLabels,
            @Nullable Recruiter otherRecruiter,
            @Nullable DropOutRules otherDropOuts) {
        return new Design(
                ordering,
                presentation,
                otherPacing,
                instructions,
                otherLabels,
                questions,
                closingQuestions,
                otherRecruiter,
                recruitment,
                otherDropOuts,
                quality);
    }
}
