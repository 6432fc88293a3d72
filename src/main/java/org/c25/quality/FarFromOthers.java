package org.c25.quality;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.c25.affect.Dimension;
import org.c25.studies.Quality;
import org.jspecify.annotations.Nullable;

/**
 * Somebody's answers have little to do with those of all others. Only images count that others have answered, too, and for
 * expressions only those on which the others are not tied: to differ from one half of them is no fault.
 */
final class FarFromOthers implements Look {

    @Override
    public Optional<Evidence> at(Figures figures, Quality thresholds) {
        OthersAgreement others = figures.others();
        List<String> words = new ArrayList<>();
        List<Answer> behind = new ArrayList<>();
        scale(words, behind, Dimension.VALENCE, others.valence(), thresholds);
        scale(words, behind, Dimension.AROUSAL, others.arousal(), thresholds);
        int untied = others.untied().size();
        int same = untied - others.apart().size();
        if (untied > 0
                && untied >= Rule.least(thresholds)
                && Numbers.isUnder(Numbers.share(same, untied), thresholds.leastAgreement())) {
            words.add(same + " of " + untied + " expressions are the majority vote of the others ("
                    + Numbers.percent(Numbers.share(same, untied)) + ")");
            behind.addAll(others.apart());
        }
        return words.isEmpty() ? Optional.empty() : Optional.of(Evidence.of(String.join("; ", words), behind));
    }

    private static void scale(
            List<String> words,
            List<Answer> behind,
            Dimension scale,
            OthersAgreement.Closeness closeness,
            Quality thresholds) {
        Double ccc = closeness.ccc();
        if (ccc != null
                && closeness.images() >= Rule.least(thresholds)
                && Numbers.isUnder(ccc, thresholds.leastCcc())) {
            words.add("CCC of " + scale.field() + " " + Numbers.two(ccc) + " on " + closeness.images() + " images");
            behind.addAll(closeness.furthest());
        }
    }

    @Override
    public @Nullable String when(Quality thresholds) {
        double ccc = Objects.requireNonNull(thresholds.leastCcc());
        double agreement = Objects.requireNonNull(thresholds.leastAgreement());
        List<String> words = new ArrayList<>();
        if (ccc > -1) {
            words.add("a CCC under " + Numbers.plain(ccc) + " with the mean of all others, in valence or arousal");
        }
        if (agreement > 0) {
            words.add("less than " + Numbers.percent(agreement)
                    + " of the expressions are the majority vote of all others, on the images where they are not tied");
        }
        return words.isEmpty() ? null : String.join(", or ", words);
    }
}
