package org.c25.figures;

import java.util.ArrayList;
import java.util.List;
import org.c25.agreement.RaterFigures;
import org.c25.agreement.RaterFigures.Rater;
import org.c25.agreement.Spread;

/**
 * The figure of how far each two participants agree, in order from the one who agrees most with the others to the one
 * who agrees least.
 */
class PairMatrix implements Figure {

    private static final int WIDTH = 720;
    private static final double TOP = 92;
    private static final double LEFT = 92;
    private static final double SIDE = 420;
    private static final int NUMBERS_UP_TO = 30;

    private final PairMeasure measure;

    PairMatrix(PairMeasure measure) {
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
                + ", if they share enough images: ten, or half of the set. They stand in "
                + "the order of their mean over the others, each weighed by the images shared, which is at the right with one "
                + "standard deviation to each side.";
    }

    /** A participant among the others. */
    private record Ranked(int slot, Spread mean) {}

    @Override
    public DrawnFigure of(SelectedSet view) {
        RaterFigures figures = view.results().raterFigures();
        double[][] matrix = measure.matrix.apply(figures);
        int[][] images = measure.images.apply(figures);
        List<Ranked> ranked = new ArrayList<>();
        for (Rater rater : figures.raters()) {
            ranked.add(new Ranked(rater.slot(), measure.mean.apply(rater)));
        }
        ranked.sort(
                AgreementRanks.greatestFirst((Ranked one) -> one.mean().mean()).thenComparingInt(Ranked::slot));
        FigureTable table = new FigureTable("rank", "participant", "with", "value", "mean", "sd", "images", "pairs");
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
                            one.mean().sd(),
                            images[one.slot()][other.slot()],
                            one.mean().pairs());
                }
            }
        }
        if (ranked.size() < 2) {
            return DrawnFigure.nothing(this, view, table, "It takes two participants to agree.");
        }
        return new DrawnFigure(drawn(view, matrix, images, ranked), table);
    }

    private String drawn(SelectedSet view, double[][] matrix, int[][] images, List<Ranked> ranked) {
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
                Cell here = new Cell(
                        ranked.get(i).slot(), ranked.get(j).slot(), matrix, images, ranked.size() <= NUMBERS_UP_TO);
                here.draw(svg, LEFT + j * cell, y, cell, font);
            }
        }
        ranking(svg, ranked, cell);
        legend(svg);
        view.signCoefficients(svg, height);
        return svg.end();
    }

    /**
     * A cell of the matrix.
     *
     * @param told whether the cell has room for the number and shows under the pointer what it rests on
     */
    private record Cell(int one, int other, double[][] matrix, int[][] images, boolean told) {

        void draw(Svg svg, double x, double y, double size, double font) {
            double value = matrix[one][other];
            String fill = Double.isNaN(value) ? "#f4f4f4" : value < 0 ? Palette.warning(-value) : Palette.shade(value);
            boolean hint = told && one != other;
            if (hint) {
                svg.group()
                        .hint("participant" + one + " and participant" + other + ": " + FigureText.number(value, 3)
                                + ", " + images[one][other] + (images[one][other] == 1 ? " image" : " images"));
            }
            svg.rect(x, y, size, size, "fill", fill, "stroke", "#ffffff", "stroke-width", told ? 0.5 : 0);
            if (hint && !Double.isNaN(value)) {
                svg.text(
                        x + size / 2,
                        y + size / 2 + font / 3,
                        FigureText.number(value, 2).replace("0.", "."),
                        "text-anchor",
                        "middle",
                        "font-size",
                        font * 0.8,
                        "fill",
                        Palette.on(value));
            }
            if (hint) {
                svg.endGroup();
            }
        }
    }

    private static void ranking(Svg svg, List<Ranked> ranked, double cell) {
        double least = ranked.stream()
                .mapToDouble(one -> one.mean().mean()
                        - (Double.isNaN(one.mean().sd()) ? 0 : one.mean().sd()))
                .filter(value -> !Double.isNaN(value))
                .min()
                .orElse(0);
        PlotPanel panel = new PlotPanel(
                svg,
                new AxisScale(Math.min(0, Math.floor(least * 5) / 5), 1, LEFT + SIDE + 22, WIDTH - 20),
                new AxisScale(0, 1, TOP + SIDE, TOP));
        for (double tick : panel.x().ticks(3)) {
            svg.line(panel.x().place(tick), TOP, panel.x().place(tick), TOP + SIDE, "stroke", Palette.GRID);
        }
        panel.xAxis("Mean ± sd", 3);
        for (int i = 0; i < ranked.size(); i++) {
            Spread mean = ranked.get(i).mean();
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
                        Palette.MAIN);
            }
            svg.circle(panel.x().place(mean.mean()), y, Math.max(1, Math.min(3.5, cell / 3)), "fill", Palette.MAIN);
        }
    }

    private static void legend(Svg svg) {
        for (int i = 0; i <= 10; i++) {
            svg.rect(LEFT + i * 14, TOP + SIDE + 14, 14, 10, "fill", Palette.shade(i / 10.0), "stroke", Palette.GRID);
        }
        svg.text(LEFT, TOP + SIDE + 38, "0", "fill", Palette.MUTED, "font-size", 11);
        svg.text(LEFT + 154, TOP + SIDE + 38, "1", "text-anchor", "end", "fill", Palette.MUTED, "font-size", 11);
        svg.rect(LEFT + 176, TOP + SIDE + 14, 14, 10, "fill", Palette.warning(0.5));
        svg.text(LEFT + 196, TOP + SIDE + 23, "below 0", "fill", Palette.MUTED, "font-size", 11);
    }
}
