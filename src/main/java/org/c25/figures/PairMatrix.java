package org.c25.figures;

import java.util.ArrayList;
import java.util.List;
import org.c25.agreement.RaterFigures;
import org.c25.agreement.RaterFigures.Rater;
import org.c25.agreement.Spread;
import org.c25.common.Numbers;

/**
 * The figure of how far each two participants agree, in order from the one who agrees most with the others to the one
 * who agrees least.
 */
class PairMatrix implements Figure {

    private static final double TOP = 92;
    private static final double LEFT = 92;
    private static final int NUMBERS_UP_TO = 30;

    /** The room for names and means beside the square of cells. */
    private static final double BESIDE = 300;

    /** The side of a cell from which a number in it can be read. */
    private static final double READABLE = 12;

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
    public DrawnFigure of(SelectedSet view, FigureLook look) {
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
            return DrawnFigure.nobody(this, view, look, table, "It takes two participants to agree.");
        }
        return new DrawnFigure(drawn(view, look, matrix, images, ranked), table);
    }

    private String drawn(SelectedSet view, FigureLook look, double[][] matrix, int[][] images, List<Ranked> ranked) {
        double side = look.width() - BESIDE;
        int height = (int) (TOP + side) + 88;
        Svg svg = new Svg(look, height, title());
        svg.text(LEFT + side / 2, 14, "Participant", "text-anchor", "middle");
        new PlotPanel(svg, new AxisScale(0, 1, LEFT, LEFT + side), new AxisScale(0, 1, TOP + side, TOP))
                .yTitle("Participant", LEFT - 16);
        double cell = side / ranked.size();
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
        ranking(svg, ranked, side);
        legend(svg, TOP + side + 22);
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
            String fill = Palette.signed(value);
            boolean hint = told && one != other;
            if (hint) {
                svg.group()
                        .hint("participant" + one + " and participant" + other + ": " + Numbers.coefficient(value)
                                + ", " + Numbers.count(images[one][other], "image"));
            }
            svg.rect(x, y, size, size, "fill", fill, "stroke", "#ffffff", "stroke-width", told ? 0.5 : 0);
            if (hint && size >= READABLE && !Double.isNaN(value)) {
                svg.text(
                        x + size / 2,
                        y + size / 2 + font / 3,
                        Numbers.decimals(value, 2).replace("0.", "."),
                        "text-anchor",
                        "middle",
                        "font-size",
                        font * 0.8,
                        "fill",
                        Palette.on(fill));
            }
            if (hint) {
                svg.endGroup();
            }
        }
    }

    private void ranking(Svg svg, List<Ranked> ranked, double side) {
        double cell = side / ranked.size();
        double least = ranked.stream()
                .mapToDouble(one -> one.mean().mean()
                        - (Double.isNaN(one.mean().sd()) ? 0 : one.mean().sd()))
                .filter(value -> !Double.isNaN(value))
                .min()
                .orElse(0);
        PlotPanel panel = new PlotPanel(
                svg,
                new AxisScale(Math.min(0, Math.floor(least * 5) / 5), 1, LEFT + side + 22, svg.width() - 20),
                new AxisScale(0, 1, TOP + side, TOP));
        panel.xGrid(3).xAxis("Mean " + measure.unit + " ± sd", 3);
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

    private void legend(Svg svg, double y) {
        ColourBar.draw(svg, LEFT, y, FigureText.capital(measure.words));
        double x = LEFT + ColourBar.WIDTH + 22;
        svg.rect(x, y + 7, 14, 10, "fill", Palette.signed(-0.5));
        svg.text(x + 20, y + 16, "below 0", "fill", Palette.MUTED, "font-size", 11);
        svg.rect(x, y + 23, 14, 10, "fill", Palette.NOTHING);
        svg.text(x + 20, y + 32, "oneself, or too few images shared", "fill", Palette.MUTED, "font-size", 11);
    }
}
