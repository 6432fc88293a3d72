package org.c25.agreement;

import java.util.Collections;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * A summary of the votes for all images. Means are over the images that somebody answered; they are NaN where nobody
 * answered any.
 *
 * @param ties how many images have a majority that is only the smallest of several categories
 * @param majorityCounts how many images have each category as their majority; no image counts twice
 * @param meanScore the mean number of votes for the majority; compareM of a scale
 * @param meanScoreP the mean number of votes for the step above the majority
 * @param meanScoreM the mean number of votes for the step below the majority
 * @param meanScorePM the sum of the three means
 * @param meanVoteEntropy the mean entropy of the votes, in nats
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
