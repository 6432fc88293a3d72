package org.c25.results;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.c25.agreement.RaterFigures;

/** How far each two participants agree, ordered from who agrees most with the others to who agrees least. */
class PairMatrix implements Figure {

    private static final int WIDTH = 720;
    private static final double TOP = 92;
    private static final double LEFT = 92;
    private static final double SIDE = 420;
    private static final int NUMBERS_UP_TO = 30;

    /** What is compared of two participants. */
    enum Measure {
        AGREEMENT(
                "pairs-expression",
                "Pairs: same expression",
                "share of images with the same expression",
                RaterFigures::agreement),
        KAPPA("pairs-kappa", "Pairs: Cohen's κ", "Cohen's κ of the expressions", RaterFigures::cohenKappa),
        VALENCE("pairs-valence", "Pairs: CCC of valence", "Lin's concordance of valence", RaterFigures::valenceCcc),
        AROUSAL("pairs-arousal", "Pairs: CCC of arousal", "Lin's concordance of arousal", RaterFigures::arousalCcc);

        private final String key;
        private final String title;
        private final String words;
        private final Function<RaterFigures, double[][]> matrix;

        Measure(String key, String title, String words, Function<RaterFigures, double[][]> matrix) {
            this.key = key;
            this.title = title;
            this.words = words;
            this.matrix = matrix;
        }
    }

    private final Measure measure;

    PairMatrix(Measure measure) {
        this.measure = measure;
    }

    @Override
    public String name() {
        return measure.key;
    }

    @Override
    public String title() {
        return measure.title;
    }

    @Override
    public String about() {
        return "Of each two participants the " + measure.words
                + ". They stand in the order of their mean over all others, which is "
                + "at the right with one standard deviation to each side.";
    }

    /** A participant among the others. */
    private record Ranked(int slot, Mean mean) {}

    /** Mean and sample standard deviation of what is not NaN. */
    record Mean(double mean, double sd) {

        static Mean of(double[] values) {
            int n = 0;
            double sum = 0;
            for (double value : values) {
                if (!Double.isNaN(value)) {
                    n++;
                    sum += value;
                }
            }
            double mean = n == 0 ? Double.NaN : sum / n;
            double squares = 0;
            for (double value : values) {
                squares += Double.isNaN(value) ? 0 : (value - mean) * (value - mean);
            }
            return new Mean(mean, n < 2 ? Double.NaN : Math.sqrt(squares / (n - 1)));
        }
    }

    @Override
    public Picture of(View view) {
        double[][] matrix = measure.matrix.apply(view.results().raterFigures());
        List<Ranked> ranked = new ArrayList<>();
        for (int slot : view.results().raters()) {
            ranked.add(new Ranked(slot, Mean.of(matrix[slot])));
        }
        ranked.sort(Ranks.greatestFirst((Ranked one) -> one.mean().mean()).thenComparingInt(Ranked::slot));
        Table table = new Table("rank", "participant", "with", "value", "mean", "sd");
        for (int i = 0; i < ranked.size(); i++) {
            for (Ranked other : ranked) {
                Ranked one = ranked.get(i);
                if (one != other) {
                    table.row(
                            i + 1,
                            one.slot(),
                            other.slot(),
                            matrix[one.slot()][other.slot()],
                            one.mean().mean(),
                            one.mean().sd());
                }
            }
        }
        if (ranked.size() < 2) {
            return Picture.nothing(this, view, table, "It takes two participants to agree.");
        }
        return new Picture(drawn(view, matrix, ranked), table);
    }

    private String drawn(View view, double[][] matrix, List<Ranked> ranked) {
        int height = (int) (TOP + SIDE) + 70;
        Svg svg = new Svg(WIDTH, height, title());
        double cell = SIDE / ranked.size();
        double font = Math.max(4, Math.min(11, cell * 0.6));
        for (int i = 0; i < ranked.size(); i++) {
            double y = TOP + i * cell;
            double middle = LEFT + i * cell + cell / 2 + font / 3;
            String name = (ranked.size() > NUMBERS_UP_TO ? "" : "participant")
                    + ranked.get(i).slot();
            svg.text(LEFT - 6, y + cell / 2 + font / 3, name, "text-anchor", "end", "font-size", font);
            svg.text(
                    middle,
                    TOP - 6,
                    name,
                    "font-size",
                    font,
                    "transform",
                    "rotate(-90 " + Svg.number(middle) + " " + Svg.number(TOP - 6) + ")");
            for (int j = 0; j < ranked.size(); j++) {
                cell(
                        svg,
                        LEFT + j * cell,
                        y,
                        cell,
                        font,
                        i == j,
                        matrix[ranked.get(i).slot()][ranked.get(j).slot()],
                        ranked.size());
            }
        }
        ranking(svg, ranked, cell);
        legend(svg);
        view.sign(svg, height);
        return svg.end();
    }

    private static void cell(
            Svg svg, double x, double y, double size, double font, boolean self, double value, int people) {
        String fill = self || Double.isNaN(value) ? "#f4f4f4" : value < 0 ? Ink.warning(-value) : Ink.shade(value);
        svg.rect(x, y, size, size, "fill", fill, "stroke", "#ffffff", "stroke-width", people > NUMBERS_UP_TO ? 0 : 0.5);
        if (!self && !Double.isNaN(value) && people <= NUMBERS_UP_TO) {
            String words = Words.number(value, 2).replace("0.", ".");
            svg.text(
                    x + size / 2,
                    y + size / 2 + font / 3,
                    words,
                    "text-anchor",
                    "middle",
                    "font-size",
                    font * 0.8,
                    "fill",
                    Ink.on(value));
        }
    }

    private static void ranking(Svg svg, List<Ranked> ranked, double cell) {
        double least = ranked.stream()
                .mapToDouble(one -> one.mean().mean()
                        - (Double.isNaN(one.mean().sd()) ? 0 : one.mean().sd()))
                .filter(value -> !Double.isNaN(value))
                .min()
                .orElse(0);
        Panel panel = new Panel(
                svg,
                new Scale(Math.min(0, Math.floor(least * 5) / 5), 1, LEFT + SIDE + 22, WIDTH - 20),
                new Scale(0, 1, TOP + SIDE, TOP));
        for (double tick : panel.x().ticks(3)) {
            svg.line(panel.x().place(tick), TOP, panel.x().place(tick), TOP + SIDE, "stroke", Ink.GRID);
        }
        panel.xAxis("Mean ± sd", 3);
        for (int i = 0; i < ranked.size(); i++) {
            Mean mean = ranked.get(i).mean();
            if (Double.isNaN(mean.mean())) {
                continue;
            }
            double y = TOP + i * cell + cell / 2;
            if (!Double.isNaN(mean.sd())) {
                svg.line(
                        panel.x().place(mean.mean() - mean.sd()),
                        y,
                        panel.x().place(Math.min(1, mean.mean() + mean.sd())),
                        y,
                        "stroke",
                        Ink.MAIN);
            }
            svg.circle(panel.x().place(mean.mean()), y, Math.max(1, Math.min(3.5, cell / 3)), "fill", Ink.MAIN);
        }
    }

    private static void legend(Svg svg) {
        for (int i = 0; i <= 10; i++) {
            svg.rect(LEFT + i * 14, TOP + SIDE + 14, 14, 10, "fill", Ink.shade(i / 10.0), "stroke", Ink.GRID);
        }
        svg.text(LEFT, TOP + SIDE + 38, "0", "fill", Ink.MUTED, "font-size", 11);
        svg.text(LEFT + 154, TOP + SIDE + 38, "1", "text-anchor", "end", "fill", Ink.MUTED, "font-size", 11);
        svg.rect(LEFT + 176, TOP + SIDE + 14, 14, 10, "fill", Ink.warning(0.5));
        svg.text(LEFT + 196, TOP + SIDE + 23, "below 0", "fill", Ink.MUTED, "font-size", 11);
    }
}
