package org.c25.trainer.drawn;

import java.util.Arrays;
import java.util.Random;
import org.c25.trainer.answers.Expressions;

/**
 * Somebody who answers by a confusion matrix, and on a scale by s·x + b and noise.
 *
 * @param confusion shares of the answers (columns) to each true expression (rows)
 * @param scale how far they use a scale
 * @param bias how far their level lies off, −1 … 1
 * @param noise the standard deviation of what is left
 */
public record SimulatedRater(Kind kind, double[][] confusion, double scale, double bias, double noise) {

    /** What they are like. */
    public enum Kind {
        GOOD,
        CARELESS,
        BIASED
    }

    private static final double RIGHT = 0.85;
    /** So often somebody with a bias takes one expression for another; else they answer as a good rater does. */
    private static final double MISTAKEN = 0.65;

    private static final int[][] MISTAKES = {{3, 2}, {4, 5}, {6, 7}};

    static SimulatedRater of(Kind kind, Random random) {
        double[][] confusion = new double[Expressions.COUNT][Expressions.COUNT];
        int favourite = random.nextInt(Expressions.COUNT);
        for (int truth = 0; truth < confusion.length; truth++) {
            spread(confusion[truth], truth, kind == Kind.CARELESS ? 0.2 : RIGHT);
            if (kind == Kind.CARELESS) {
                for (int answer = 0; answer < confusion.length; answer++) {
                    confusion[truth][answer] = 0.7 * confusion[truth][answer] + (answer == favourite ? 0.3 : 0);
                }
            }
        }
        if (kind == Kind.BIASED) {
            for (int[] mistake : MISTAKES) {
                double[] row = confusion[mistake[0]];
                for (int answer = 0; answer < row.length; answer++) {
                    row[answer] = (1 - MISTAKEN) * row[answer] + (answer == mistake[1] ? MISTAKEN : 0);
                }
            }
        }
        return switch (kind) {
            case GOOD ->
                new SimulatedRater(kind, confusion, 0.9 + 0.2 * random.nextDouble(), 0.05 * random.nextGaussian(), 0.2);
            case CARELESS ->
                new SimulatedRater(kind, confusion, 0.4 + 0.2 * random.nextDouble(), 0.2 * random.nextGaussian(), 0.5);
            case BIASED ->
                new SimulatedRater(
                        kind, confusion, 0.6 + 0.2 * random.nextDouble(), 0.3 + 0.05 * random.nextGaussian(), 0.2);
        };
    }

    private static void spread(double[] row, int most, double share) {
        Arrays.fill(row, (1 - share) / (row.length - 1));
        row[most] = share;
    }

    int answer(int truth, Random random) {
        double left = random.nextDouble();
        int answer = 0;
        while (answer < Expressions.COUNT - 1 && left >= confusion[truth][answer]) {
            left -= confusion[truth][answer++];
        }
        return answer;
    }

    /** Returns one of the nine steps, −1 … 1. */
    float answer(double truth, Random random) {
        double felt = scale * truth + bias + noise * random.nextGaussian();
        return (float) (Math.round(Math.min(1, Math.max(-1, felt)) * 4) / 4.0) + 0f;
    }
}
