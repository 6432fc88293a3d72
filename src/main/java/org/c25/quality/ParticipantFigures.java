package org.c25.quality;

import org.c25.agreement.Median;
import org.c25.agreement.SelfAgreement;
import org.jspecify.annotations.Nullable;

/**
 * What can be counted of one participant's answers; what the rules look at.
 *
 * @param answers what it was counted from
 * @param repeats how many images the study shows twice
 * @param images how many images have an answer to their first showing
 * @param medianMillis the median response time of the first answers to all trials; null if none is known
 * @param self how well somebody agrees with themselves
 * @param others how well somebody agrees with all others of the set
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
