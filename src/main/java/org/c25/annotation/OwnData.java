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
 * Everything that is kept of a participant, for that participant.
 *
 * @param study its name
 * @param place the column {@code participant{place}}
 * @param trials how many there are for this person
 * @param enrolled what is kept besides trials and answers
 * @param answers every revision, in order of trial and revision; positions count from 0
 * @param kept what else is kept, by what it is: the link and its address, e-mails, decisions on flags …; what there is none of is
 *     left out
 * @param picturesNotShown positions of trials whose picture this person's device could not show
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
     * @param expression C25 code 0 … 7; @param valence 1 … 9; @param arousal 1 … 9
     * @param answeredAt when the server took it
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
