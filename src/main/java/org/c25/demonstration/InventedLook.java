package org.c25.demonstration;

import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.c25.affect.AffectNetLabel;
import org.c25.affect.Expression;
import org.c25.sets.Item;

/**
 * What somebody who looks with care sees in a drawn face. The stronger a face shows its expression, the more often they
 * name it; else they take it for one that looks alike. Valence and arousal are −1 … 1, near those of the drawing.
 */
record InventedLook(Expression expression, double valence, double arousal) {

    private static final double NOISE = 0.15;

    /** @param leaning how much higher than others this person places every face on both scales */
    static InventedLook at(Item item, double leaning, Random random) {
        AffectNetLabel drawn = item.label();
        Expression shown = drawn.asExpression().orElseThrow();
        double valence = Objects.requireNonNull(drawn.valence());
        double arousal = Objects.requireNonNull(drawn.arousal());
        double strength = shown == Expression.NEUTRAL ? 0.7 : Math.max(Math.abs(valence), Math.abs(arousal));
        return new InventedLook(
                random.nextDouble() < 0.6 + 0.35 * strength ? shown : oneOf(alike(shown), random),
                valence + leaning + NOISE * random.nextGaussian(),
                arousal + leaning + NOISE * random.nextGaussian());
    }

    private static Expression oneOf(List<Expression> some, Random random) {
        return some.get(random.nextInt(some.size()));
    }

    private static List<Expression> alike(Expression shown) {
        return switch (shown) {
            case HAPPINESS -> List.of(Expression.NEUTRAL, Expression.SURPRISE);
            case SADNESS -> List.of(Expression.NEUTRAL, Expression.FEAR);
            case SURPRISE -> List.of(Expression.FEAR, Expression.HAPPINESS);
            case FEAR -> List.of(Expression.SURPRISE, Expression.SADNESS);
            case DISGUST -> List.of(Expression.ANGER, Expression.CONTEMPT);
            case ANGER -> List.of(Expression.DISGUST, Expression.CONTEMPT);
            case CONTEMPT -> List.of(Expression.NEUTRAL, Expression.DISGUST);
            case NEUTRAL -> List.of(Expression.CONTEMPT, Expression.SADNESS);
        };
    }
}
