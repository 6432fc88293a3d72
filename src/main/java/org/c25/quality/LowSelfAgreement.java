package org.c25.quality;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.c25.affect.Dimension;
import org.c25.studies.Quality;
import org.jspecify.annotations.Nullable;

/**
 * The two answers to repeated images agree no better than chance would have it, or lie far apart. Looks once there are
 * {@link #LEAST_PAIRS} images answered twice, or fewer if the study lets its rules look at fewer answers.
 */
final class LowSelfAgreement implements Look {

    static final int LEAST_PAIRS = 10;

    @Override
    public Optional<Evidence> at(Figures figures, Quality thresholds) {
        SelfAgreement self = figures.self();
        if (self.pairs().size() < Math.min(LEAST_PAIRS, Rule.least(thresholds))) {
            return Optional.empty();
        }
        List<String> words = new ArrayList<>();
        kappa(words, "expressions", self.expressionKappa(), thresholds);
        kappa(words, "valence", self.valenceKappa(), thresholds);
        kappa(words, "arousal", self.arousalKappa(), thresholds);
        difference(words, Dimension.VALENCE, self.valenceDifference(), thresholds);
        difference(words, Dimension.AROUSAL, self.arousalDifference(), thresholds);
        return words.isEmpty()
                ? Optional.empty()
                : Optional.of(Evidence.of(
                        self.pairs().size() + " images answered twice: " + String.join("; ", words), behind(self)));
    }

    private static void kappa(List<String> words, String what, @Nullable Double kappa, Quality thresholds) {
        if (kappa != null && Numbers.isUnder(kappa, thresholds.leastSelfKappa())) {
            words.add("kappa of " + what + " " + Numbers.two(kappa));
        }
    }

    private static void difference(
            List<String> words, Dimension scale, @Nullable Double difference, Quality thresholds) {
        if (difference != null && Numbers.isOver(difference, thresholds.mostSelfDifference())) {
            words.add(scale.field() + " " + Numbers.two(difference) + " steps apart on average");
        }
    }

    /** Both showings of each image that got two different answers. */
    private static List<Answer> behind(SelfAgreement self) {
        return self.pairs().stream()
                .filter(pair -> !pair.first().saysTheSameAs(pair.second()))
                .flatMap(pair -> Stream.of(pair.first(), pair.second()))
                .toList();
    }

    @Override
    public @Nullable String when(Quality thresholds) {
        double kappa = Objects.requireNonNull(thresholds.leastSelfKappa());
        double difference = Objects.requireNonNull(thresholds.mostSelfDifference());
        List<String> words = new ArrayList<>();
        if (kappa > -1) {
            words.add("a kappa under " + Numbers.plain(kappa) + " between the two answers to repeated images");
        }
        if (difference < 8) {
            words.add("more than " + Numbers.plain(difference)
                    + " steps between the two answers to repeated images on average");
        }
        return words.isEmpty() ? null : String.join(", or ", words);
    }
}
