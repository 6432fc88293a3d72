package org.c25.quality;

import java.util.Comparator;
import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.Optional;
import org.c25.affect.Dimension;
import org.c25.agreement.Concordance;
import org.jspecify.annotations.Nullable;

/**
 * The figures of how well somebody agrees with all others of the set, counting the first showing of each image.
 *
 * @param others how many others have answered anything
 * @param valence the closeness on the scale of valence
 * @param arousal the closeness on the scale of arousal
 * @param majority the share of the expressions that are the majority vote of the others, the smallest code on a tie, 0
 *     … 1; the same figure as that of the results. Null if there is nothing to compare
 * @param compared how many expressions the share is of: those on images for which others have chosen one, too
 * @param untied the answers to images on which a single expression has the most votes of the others
 * @param apart the answers among {@code untied} with another expression than that one
 */
record OthersAgreement(
        int others,
        Closeness valence,
        Closeness arousal,
        @Nullable Double majority,
        int compared,
        List<AnsweredTrial> untied,
        List<AnsweredTrial> apart) {

    static OthersAgreement of(ParticipantAnswers own, AnswersOfOthers others) {
        List<AnsweredTrial> firstShowings = own.firstShowings();
        IntSummaryStatistics majority = firstShowings.stream()
                .map(others::isMajorityOfOthers)
                .flatMap(Optional::stream)
                .mapToInt(is -> is ? 1 : 0)
                .summaryStatistics();
        List<AnsweredTrial> untied =
                firstShowings.stream().filter(others::haveOthersOneMajority).toList();
        return new OthersAgreement(
                others.others(own),
                Closeness.of(firstShowings, others, Dimension.VALENCE),
                Closeness.of(firstShowings, others, Dimension.AROUSAL),
                majority.getCount() == 0 ? null : Double.valueOf(majority.getAverage()),
                (int) majority.getCount(),
                untied,
                untied.stream()
                        .filter(answer -> !others.isMajorityOfOthers(answer).orElseThrow())
                        .toList());
    }

    /**
     * The figures of how close somebody's steps on one scale are to the mean of all others.
     *
     * @param images how many images were answered by others, too
     * @param ccc Lin's concordance, −1 … 1; null if it is not defined
     * @param furthest the answers furthest from the mean of the others, at most {@link #SHOWN}, the furthest first
     */
    record Closeness(int images, @Nullable Double ccc, List<AnsweredTrial> furthest) {

        static final int SHOWN = 12;

        static Closeness of(List<AnsweredTrial> firstShowings, AnswersOfOthers others, Dimension scale) {
            List<AnsweredTrial> compared = firstShowings.stream()
                    .filter(answer -> answer.step(scale) != 0 && !Double.isNaN(others.meanOfOthers(answer, scale)))
                    .toList();
            double[] own =
                    compared.stream().mapToDouble(answer -> answer.step(scale)).toArray();
            double[] means = compared.stream()
                    .mapToDouble(answer -> others.meanOfOthers(answer, scale))
                    .toArray();
            double ccc = own.length == 0 ? Double.NaN : Concordance.of(own, means);
            return new Closeness(
                    own.length, Double.isNaN(ccc) ? null : Double.valueOf(ccc), furthest(compared, others, scale));
        }

        private static List<AnsweredTrial> furthest(
                List<AnsweredTrial> compared, AnswersOfOthers others, Dimension scale) {
            return compared.stream()
                    .sorted(Comparator.comparingDouble(
                            answer -> -Math.abs(answer.step(scale) - others.meanOfOthers(answer, scale))))
                    .limit(SHOWN)
                    .toList();
        }
    }
}
