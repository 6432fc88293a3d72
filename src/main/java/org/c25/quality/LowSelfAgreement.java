package org.c25.quality;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.c25.affect.Dimension;
import org.c25.agreement.SelfAgreement;
import org.c25.protocol.FlagThresholds;
import org.jspecify.annotations.Nullable;

/**
 * The rule for answers to repeated images that agree no better than chance would have it, or lie far apart. It applies
 * once {@link FlagThresholds#leastPairs enough} images are answered twice.
 */
final class LowSelfAgreement implements FlagRule {

    @Override
    public Optional<Evidence> at(ParticipantFigures figures, FlagThresholds thresholds) {
        List<ParticipantAnswers.Pair> pairs = figures.answers().pairs();
        if (pairs.size() < thresholds.leastPairs(figures.repeats())) {
            return Optional.empty();
        }
        SelfAgreement self = figures.self();
        List<String> words = new ArrayList<>();
        kappa(words, "expressions", self.expression().kappa(), thresholds);
        kappa(words, "valence", self.valence().kappa(), thresholds);
        kappa(words, "arousal", self.arousal().kappa(), thresholds);
        difference(words, Dimension.VALENCE, self.valence().difference(), thresholds);
        difference(words, Dimension.AROUSAL, self.arousal().difference(), thresholds);
        return words.isEmpty()
                ? Optional.empty()
                : Optional.of(Evidence.of(
                        pairs.size() + " images answered twice: " + String.join("; ", words), behind(pairs)));
    }

    /** Adds words on a kappa that is too low; a kappa that is not defined raises no flag. */
    private static void kappa(List<String> words, String what, double kappa, FlagThresholds thresholds) {
        if (NumberText.isUnder(kappa, thresholds.leastSelfKappa())) {
            words.add("kappa of " + what + " " + NumberText.two(kappa));
        }
    }

    private static void difference(List<String> words, Dimension scale, double difference, FlagThresholds thresholds) {
        if (NumberText.isOver(difference, thresholds.mostSelfDifference())) {
            words.add(scale.field() + " " + NumberText.two(difference) + " steps apart on average");
        }
    }

    /** Returns both showings of each image that got two different answers. */
    private static List<AnsweredTrial> behind(List<ParticipantAnswers.Pair> pairs) {
        return pairs.stream()
                .filter(pair -> !pair.first().saysTheSameAs(pair.second()))
                .flatMap(pair -> Stream.of(pair.first(), pair.second()))
                .toList();
    }

    @Override
    public @Nullable String when(FlagThresholds thresholds) {
        double kappa = Objects.requireNonNull(thresholds.leastSelfKappa());
        double difference = Objects.requireNonNull(thresholds.mostSelfDifference());
        List<String> words = new ArrayList<>();
        if (kappa > -1) {
            words.add("a kappa under " + NumberText.plain(kappa) + " between the two answers to repeated images");
        }
        if (difference < 8) {
            words.add("more than " + NumberText.plain(difference)
                    + " steps between the two answers to repeated images on average");
        }
        return words.isEmpty() ? null : String.join(", or ", words);
    }
}
