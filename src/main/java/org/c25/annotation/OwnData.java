package org.c25.annotation;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.c25.affect.Rating;
import org.c25.participation.Participant;
import org.c25.participation.ParticipantStatus;
import org.c25.personaldata.EnrolmentSummary;
import org.jspecify.annotations.Nullable;

/**
 * Everything that is stored about a participant, for that participant.
 *
 * @param study the study's name
 * @param place the slot, as in the column {@code participant{place}}
 * @param trials how many trials this person has
 * @param enrolled the summary of the person's enrolment
 * @param answers the answers, with every revision, in order of trial and revision; positions count from 0
 * @param kept the other records, by their kind: the link and its address, e-mails, decisions on flags …; kinds without
 *     a record are left out
 * @param picturesNotShown the positions of the trials whose picture this person's device could not show
 */
record OwnData(
        String study,
        int place,
        ParticipantStatus status,
        int trials,
        EnrolmentSummary enrolled,
        Map<String, List<Map<String, Object>>> kept,
        List<AnswerKept> answers,
        List<Integer> picturesNotShown) {

    static final String FILE = "my-data.json";

    static OwnData of(
            String study,
            Participant participant,
            EnrolmentSummary enrolled,
            Map<String, List<Map<String, Object>>> kept,
            List<OwnAnswer> answers,
            List<Integer> notShown) {
        return new OwnData(
                study,
                participant.slot(),
                participant.status(),
                participant.trials(),
                enrolled,
                kept,
                answers.stream().map(AnswerKept::of).toList(),
                notShown);
    }

    /**
     * An answer, with everything that is kept of it.
     *
     * @param expression the C25 code, 0 … 7
     * @param valence the step, 1 … 9
     * @param arousal the step, 1 … 9
     * @param answeredAt the time at which the server took it
     */
    record AnswerKept(
            UUID id,
            int position,
            int revision,
            @Nullable Integer expression,
            @Nullable Integer valence,
            @Nullable Integer arousal,
            Instant answeredAt,
            Paradata paradata) {

        static AnswerKept of(OwnAnswer answer) {
            Rating rating = answer.rating();
            return new AnswerKept(
                    answer.id(),
                    answer.position(),
                    answer.revision(),
                    rating == null ? null : rating.expression().code(),
                    rating == null ? null : rating.valence().value(),
                    rating == null ? null : rating.arousal().value(),
                    answer.recordedAt(),
                    answer.paradata());
        }
    }
}
