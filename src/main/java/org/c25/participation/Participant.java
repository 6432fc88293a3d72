package org.c25.participation;

import java.time.Instant;
import java.util.Locale;
import org.c25.common.Problem;
import org.c25.common.Sha256;
import org.c25.protocol.ControlLayout;
import org.c25.protocol.Labels;
import org.c25.protocol.Protocol;
import org.jspecify.annotations.Nullable;

/**
 * The person in a slot.
 *
 * @param slot the slot's number from 0, as in the column {@code participant{slot}}
 * @param consentedAt when this participation began
 * @param trials how many trials there are for this person
 * @param answered how many of them have an answer
 * @param pacedUntil the time at which the last answer so far would have come, had all come at the fastest pace that is
 *     accepted; null before the first answer
 * @param completionCode null until every trial is answered and counted
 * @param completedAt when the work was finished; null until then
 * @param arrangement how the controls are laid out for this person
 * @param questioned whether the questions before the trials are answered
 * @param practised whether the practice trials are done
 * @param closed whether the questions after the trials are answered
 * @param labelLanguages the languages of the labels they saw with their first answer, as {@link Labels#languages()} says
 *     them; null before a trial was shown, and for people from before there were several
 */
public record Participant(
        long id,
        long setId,
        int slot,
        ParticipantStatus status,
        Instant consentedAt,
        int trials,
        int answered,
        @Nullable Instant pacedUntil,
        @Nullable String completionCode,
        @Nullable Instant completedAt,
        ControlLayout arrangement,
        boolean questioned,
        boolean practised,
        boolean closed,
        @Nullable String labelLanguages) {

    private static final int PARTICIPATION_LENGTH = 16;

    /**
     * Returns a name for this participation, which stays the same whatever slots it moves through. People who have
     * everything erased and consent anew are in another participation, even by the same link and external ID. The name
     * is no secret, and does not reveal the row's id.
     */
    public String participation() {
        return Sha256.of("participation " + id + " " + consentedAt).substring(0, PARTICIPATION_LENGTH);
    }

    /** Whether the slot is theirs now. If it is not, {@link #slot} is the last one they were in. */
    public boolean hasSlot() {
        return status == ParticipantStatus.AT_WORK
                || status == ParticipantStatus.COMPLETED
                || status == ParticipantStatus.IMPORTED;
    }

    /**
     * Returns this participant.
     *
     * @throws Problem 409 if their slot was released before they had finished
     */
    public Participant refuseReleased() {
        if (status == ParticipantStatus.RELEASED) {
            throw Problem.conflict(
                    "Your place was given on while you were away. Your answers are kept, and you can go on"
                            + " while a place is free: ask to return first.");
        }
        return this;
    }

    /** Returns the page on which someone at work goes on, relative to their own address. */
    public String nextStep(Protocol protocol) {
        if (!questioned && !protocol.questions().isEmpty()) {
            return "questions";
        }
        if (!practised && protocol.pacing().practiceTrials() > 0) {
            return "instructions";
        }
        return "trials";
    }

    /**
     * Returns the labels that this person sees. They are those for the language of the page until the first answer, and
     * the same from then on: all answers of a person are answers to the same words.
     */
    public Labels labels(Protocol protocol, Locale page) {
        if (answered == 0) {
            return protocol.labels().in(page.getLanguage());
        }
        return labelLanguages == null ? protocol.labels() : protocol.labels().in(labelLanguages);
    }

    /** Whether there are questions after the trials that this person has not answered yet. */
    public boolean owesClosing(Protocol protocol) {
        return !closed && !protocol.closingQuestions().isEmpty();
    }
}
