package org.c25.reliability;

import java.util.List;
import java.util.stream.IntStream;
import org.c25.affect.Dimension;
import org.c25.agreement.Answers;
import org.c25.agreement.Estimate;
import org.c25.agreement.IntraclassCorrelation;
import org.c25.ratings.Repeat;

/**
 * How reliable the means of valence or of arousal are. All but split-half rest on the images that every rater answered.
 *
 * @param one ICC(2,1): the values that one rater gives
 * @param order ICC(3,1): the order in which one rater puts the images
 * @param alpha Cronbach's α, which is ICC(3,k): the order by the mean of all raters
 * @param omega McDonald's ω
 * @param omegaDraws how many draws of the images its interval has
 * @param needed how many raters it takes for the values to have a reliability of 0.80 and 0.90, Φ
 * @param neededForOrder how many it takes for the order, Eρ²
 */
public record ScaleReliability(
        VarianceComponents components,
        Estimate one,
        Estimate order,
        Estimate alpha,
        Estimate omega,
        int omegaDraws,
        SplitHalf splitHalf,
        List<RatersNeeded> needed,
        List<RatersNeeded> neededForOrder) {

    static ScaleReliability of(Answers answers, List<Repeat> repeats, Dimension dimension, long seed) {
        VarianceComponents components = VarianceComponents.of(answers, repeats, dimension);
        IntraclassCorrelation icc = IntraclassCorrelation.of(answers);
        int images = components.basis().images();
        Estimate one = icc.icc21().restingOn(images);
        Estimate order = icc.icc31().restingOn(images);
        int draws = McDonaldOmega.draws(answers, Draws.number(answers));
        return new ScaleReliability(
                components,
                one,
                order,
                icc.icc3k().restingOn(images),
                McDonaldOmega.of(answers, draws, seed),
                draws,
                SplitHalf.of(answers, seed),
                Reliability.WANTED.stream()
                        .map(wanted -> RatersNeeded.of(wanted, one))
                        .toList(),
                Reliability.WANTED.stream()
                        .map(wanted -> RatersNeeded.of(wanted, order))
                        .toList());
    }

    /**
     * A point of the D-study's curve.
     *
     * @param absolute Φ, by Spearman and Brown from ICC(2,1), with its interval
     * @param relative Eρ², from ICC(3,1)
     */
    public record Point(int raters, Estimate absolute, Estimate relative) {}

    /** Returns the D-study's curve for one rater to so many, each seeing every image once. */
    public List<Point> curve(int most) {
        return IntStream.rangeClosed(1, most)
                .mapToObj(k -> new Point(k, SpearmanBrown.stepped(one, k), SpearmanBrown.stepped(order, k)))
                .toList();
    }
}
