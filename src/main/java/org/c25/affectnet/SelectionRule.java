package org.c25.affectnet;

import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.c25.affect.Expression;
import org.c25.sampling.Entropy;
import org.jspecify.annotations.Nullable;

/**
 * The rules by which the images of a class are ranked: by chance alone, or by how much models and AffectNet disagree,
 * the most first.
 */
public enum SelectionRule {
    /** A uniform draw. */
    RANDOM {
        @Override
        OptionalDouble score(TrainingRow row, List<ModelVote> votes) {
            return OptionalDouble.empty();
        }
    },

    /** The share of models that contradict AffectNet's label, 0 … 1. */
    CONTRADICTION {
        @Override
        OptionalDouble score(TrainingRow row, List<ModelVote> votes) {
            Expression own = row.asExpression().orElse(null);
            return labels(votes).mapToInt(label -> label == own ? 0 : 1).average();
        }
    },

    /** The entropy of the models' votes in nats (Shannon 1948), 0 … ln 8. */
    ENTROPY {
        @Override
        OptionalDouble score(TrainingRow row, List<ModelVote> votes) {
            int[] counts = new int[Expression.all().size()];
            labels(votes).forEach(label -> counts[label.code()]++);
            return labels(votes).findAny().isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(Entropy.of(counts));
        }
    },

    /** The largest distance between a model and AffectNet, in valence or in arousal, 0 … 2. */
    GAP {
        @Override
        OptionalDouble score(TrainingRow row, List<ModelVote> votes) {
            return votes.stream()
                    .flatMap(vote -> Stream.of(gap(vote.valence(), row.valence()), gap(vote.arousal(), row.arousal())))
                    .filter(Objects::nonNull)
                    .mapToDouble(Double::doubleValue)
                    .max();
        }
    },

    /** The mean of the other three, each over its maximum, 0 … 1. */
    MIX {
        @Override
        OptionalDouble score(TrainingRow row, List<ModelVote> votes) {
            OptionalDouble contradiction = CONTRADICTION.score(row, votes);
            OptionalDouble entropy = ENTROPY.score(row, votes);
            OptionalDouble gap = GAP.score(row, votes);
            if (contradiction.isEmpty() || entropy.isEmpty() || gap.isEmpty()) {
                return OptionalDouble.empty();
            }
            double spread = votes.size() < 2 ? 0 : entropy.getAsDouble() / mostEntropy(votes.size());
            return OptionalDouble.of((contradiction.getAsDouble() + spread + gap.getAsDouble() / WIDEST_GAP) / 3);
        }
    };

    private static final double WIDEST_GAP = 2;
    private static final double UNDEFINED = -2;

    /** Returns how confusing an image is; empty if the models say too little about it. */
    abstract OptionalDouble score(TrainingRow row, List<ModelVote> votes);

    /** Whether this rule needs the models' valence or arousal. */
    public boolean needsValues() {
        return this == GAP || this == MIX;
    }

    static Stream<Expression> labels(List<ModelVote> votes) {
        return votes.stream().map(ModelVote::expression).filter(Objects::nonNull);
    }

    static @Nullable Double gap(@Nullable Double predicted, double own) {
        return predicted == null || own == UNDEFINED ? null : Math.abs(predicted - own);
    }

    /**
     * Returns the greatest entropy that so many models can reach, with their votes spread over as many of the eight as
     * possible.
     */
    static double mostEntropy(int models) {
        return StrictMath.log(Math.min(models, Expression.all().size()));
    }
}
