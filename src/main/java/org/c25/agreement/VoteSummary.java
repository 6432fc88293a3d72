package org.c25.agreement;

import java.util.Collections;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * The votes of all images, in the mean over those that somebody answered; NaN where nobody answered any.
 *
 * @param ties images whose majority is only the smallest of several
 * @param majorityCounts how many images have each category as their majority; none is counted twice
 * @param meanScore votes for the majority; of a scale, compareM
 * @param meanScoreP votes for the step above it
 * @param meanScoreM votes for the step below it
 * @param meanScorePM the sum of the three
 * @param meanVoteEntropy in nats
 */
public record VoteSummary(
        int ties,
        List<Integer> majorityCounts,
        double meanScore,
        double meanScoreP,
        double meanScoreM,
        double meanScorePM,
        double meanVoteEntropy) {

    static VoteSummary of(Answers answers) {
        List<ImageVotes> votes =
                answers.votes().stream().filter(image -> image.answers() > 0).toList();
        List<Integer> majorities =
                votes.stream().map(image -> image.majority().getAsInt()).toList();
        return new VoteSummary(
                (int) votes.stream().filter(ImageVotes::isTied).count(),
                IntStream.range(0, answers.categories())
                        .mapToObj(category -> Collections.frequency(majorities, category))
                        .toList(),
                mean(votes, ImageVotes::score),
                mean(votes, ImageVotes::scoreP),
                mean(votes, ImageVotes::scoreM),
                mean(votes, ImageVotes::scorePM),
                mean(votes, ImageVotes::entropy));
    }

    private static double mean(List<ImageVotes> votes, ToDoubleFunction<ImageVotes> figure) {
        return votes.stream().mapToDouble(figure).average().orElse(Double.NaN);
    }
}
