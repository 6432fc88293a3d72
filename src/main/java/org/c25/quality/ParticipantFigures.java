package org.c25.quality;

import org.c25.agreement.Median;
import org.c25.agreement.SelfAgreement;
import org.jspecify.annotations.Nullable;

/**
 * The figures of one participant's answers, to which the rules are applied.
 *
 * @param answers the answers from which the figures were computed
 * @param repeats how many images the study shows twice
 * @param images how many images have an answer to their first showing
 * @param medianMillis the median response time of the first answers to all trials; null if none is known
 * @param self how well the participant agrees with themselves
 * @param others how well the participant agrees with all others of the set
 */
record ParticipantFigures(
        ParticipantAnswers answers,
        int repeats,
        int images,
        @Nullable Double medianMillis,
        SelfAgreement self,
        OthersAgreement others) {

    static ParticipantFigures of(ParticipantAnswers answers, int repeats, AnswersOfOthers others) {
        double[] times =
                answers.timed().stream().mapToDouble(AnsweredTrial::millis).toArray();
        return new ParticipantFigures(
                answers,
                repeats,
                answers.firstShowings().size(),
                times.length == 0 ? null : Median.of(times),
                answers.selfAgreement(),
                OthersAgreement.of(answers, others));
    }
}
