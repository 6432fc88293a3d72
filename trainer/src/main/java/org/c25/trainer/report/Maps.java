package org.c25.trainer.report;

import java.util.Arrays;
import java.util.List;
import org.c25.trainer.answers.Expressions;
import org.c25.trainer.outcome.Outcome;

/** Maps of shares, expressions × expressions: darker is more. A row that nobody knows (NaN) is crossed out. */
final class Maps {

    private static final int CELL = 28;
    private static final int SMALL = 9;
    private static final int LETTERS = 30;
    private static final int TOP = 18;
    /** A cell of less is left white: it would not be seen. */
    private static final double FAINT = 0.005;

    private Maps() {}

    /** Returns the confusion of all seeds of a way together, in percent of each row. */
    static String confusion(String title, List<Outcome> outcomes) {
        double[][] rows = rows(outcomes);
        Svg svg = new Svg(LETTERS + CELL * rows.length + 1, TOP + CELL * rows.length + 1, title);
        map(svg, rows, LETTERS, TOP, CELL);
        for (int row = 0; row < rows.length; row++) {
            String letters = Expressions.NAMES.get(row).substring(0, 3);
            double y = TOP + (row + 0.65) * CELL;
            svg.text(LETTERS - 4, y, letters, "end", "tick");
            svg.text(LETTERS + (row + 0.5) * CELL, TOP - 5, letters, "middle", "tick");
            for (int column = 0; column < rows.length; column++) {
                double share = rows[row][column];
                if (share >= FAINT) {
                    svg.text(
                            LETTERS + (column + 0.5) * CELL,
                            y,
                            Html.decimals("%.0f", 100 * share),
                            "middle",
                            share > 0.55 ? "on" : "tick");
                }
            }
        }
        return svg.toString();
    }

    private static double[][] rows(List<Outcome> outcomes) {
        double[][] rows = new double[Expressions.COUNT][Expressions.COUNT];
        for (Outcome outcome : outcomes) {
            for (int row = 0; row < rows.length && outcome.expression() != null; row++) {
                for (int column = 0; column < rows.length; column++) {
                    rows[row][column] += outcome.expression().confusion()[row][column];
                }
            }
        }
        for (double[] row : rows) {
            double sum = Arrays.stream(row).sum();
            Arrays.setAll(row, column -> row[column] / sum);
        }
        return rows;
    }

    /** Returns two small maps side by side. */
    static String pair(String title, double[][] learned, double[][] observed) {
        int side = SMALL * learned.length;
        Svg svg = new Svg(2 * side + 12, side + 16, title);
        map(svg, learned, 1, 1, SMALL);
        map(svg, observed, side + 10, 1, SMALL);
        svg.text(1 + side / 2.0, side + 13, "learned", "middle", "tick");
        svg.text(side + 10 + side / 2.0, side + 13, "observed", "middle", "tick");
        return svg.toString();
    }

    private static void map(Svg svg, double[][] rows, double left, double top, int cell) {
        int side = rows.length * cell;
        for (int row = 0; row < rows.length; row++) {
            double y = top + row * cell;
            if (Double.isNaN(rows[row][0])) {
                svg.line(left, y + cell / 2.0, left + side, y + cell / 2.0, "none");
                continue;
            }
            for (int column = 0; column < rows[row].length; column++) {
                if (rows[row][column] >= FAINT) {
                    svg.cell(left + column * cell, y, cell, rows[row][column]);
                }
            }
        }
        svg.frame(left, top, side);
    }
}
