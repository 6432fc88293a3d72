package org.c25.crowd;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.c25.agreement.ImageVotes;

/**
 * Worker agreement with aggregate: each rater counts as much as they agree with the majority. First the majority of
 * each image is taken, the smallest on a tie. A rater's skill is the share of their answers that are the majority, their
 * own vote among them. The soft labels are the vote shares in which each vote weighs its rater's skill.
 *
 * <p>There is no published paper; the name and definition are those of Appen's documentation, which crowd-kit follows.
 * There is nothing to iterate.
 *
 * @param raters the raters in the order of their slots
 */
public record Wawa(List<Rater> raters, SoftLabels labels) {

    /**
     * The estimate of one rater.
     *
     * @param slot the slot of the rater, or the rater's number where the answers came without slots
     * @param answers how many answers the rater gave
     * @param skill 0 … 1; NaN without answers
     */
    public record Rater(int slot, int answers, double skill) {}

    public static Wawa of(CrowdAnswers answers) {
        List<OptionalInt> majority =
                answers.votes().stream().map(ImageVotes::majority).toList();
        double[] skills = new double[answers.raters()];
        int[] given = answers.perRater();
        for (int answer = 0; answer < answers.size(); answer++) {
            boolean with = majority.get(answers.image(answer)).orElseThrow() == answers.category(answer);
            skills[answers.rater(answer)] += with ? 1 : 0;
        }
        for (int rater = 0; rater < skills.length; rater++) {
            skills[rater] /= given[rater];
        }
        double[][] weights = new double[answers.images()][answers.categories()];
        for (int answer = 0; answer < answers.size(); answer++) {
            weights[answers.image(answer)][answers.category(answer)] += skills[answers.rater(answer)];
        }
        List<Rater> raters = IntStream.range(0, skills.length)
                .mapToObj(rater -> new Rater(answers.slot(rater), given[rater], skills[rater]))
                .toList();
        return new Wawa(raters, SoftLabels.ofWeights(weights));
    }
}
