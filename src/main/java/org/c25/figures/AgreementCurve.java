package org.c25.figures;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.c25.affect.Dimension;
import org.c25.agreement.ImageVotes;

/** The figure of how many images have at least so many participants who agree. */
class AgreementCurve implements Figure {

    private static final double LEFT = 72;
    private static final double TOP = 36;

    /** The room for the legend at the right. */
    private static final double LEGEND = 220;

    @Override
    public String name() {
        return "agreement-curve";
    }

    @Override
    public String title() {
        return "Agreement curve";
    }

    @Override
    public String about() {
        return "How many images have at least so many participants who gave the most frequent answer; dashed, who gave it or a "
                + "neighbouring step (± 0.25). The upright line marks the absolute majority.";
    }

    private record Line(String column, String label, Dimension dimension, boolean dashed, double[] images) {}

    @Override
    public DrawnFigure of(SelectedSet view, FigureLook look) {
        int raters = view.most();
        List<Line> lines = lines(view, raters);
        FigureTable table = table(lines, raters);
        if (view.raters() == 0) {
            return DrawnFigure.nothing(this, view, look, new FigureTable("agreeing"), "Nobody has answered yet.");
        }
        int images = view.results().ratings().images();
        int majority = raters / 2 + 1;
        int height = Math.max(380, look.width() * 11 / 18);
        double bottom = height - 70;
        Svg svg = new Svg(look, height, title());
        PlotPanel panel = new PlotPanel(
                svg, new AxisScale(0, raters, LEFT, look.width() - LEGEND), AxisScale.upTo(images, bottom, TOP));
        panel.yAxis("Number of images", 5);
        panel.xAxis(
                "Agreeing participants, at least",
                raters <= 30
                        ? IntStream.rangeClosed(0, raters)
                                .filter(n -> n % 5 == 0 || raters < 8)
                                .asDoubleStream()
                                .boxed()
                                .toList()
                        : panel.x().ticks(6),
                AxisScale::words);
        double mark = panel.x().place(majority);
        svg.line(mark, 24, mark, bottom, "stroke", Palette.AXIS, "stroke-dasharray", "2 3");
        svg.text(
                mark,
                18,
                "absolute majority: " + majority,
                "text-anchor",
                "middle",
                "fill",
                Palette.MUTED,
                "font-size",
                11);
        double[] xs = IntStream.rangeClosed(0, raters).asDoubleStream().toArray();
        for (Line line : lines) {
            panel.curve(
                    xs,
                    line.images(),
                    "stroke",
                    Palette.of(line.dimension()),
                    "stroke-width",
                    2,
                    "stroke-dasharray",
                    line.dashed() ? "5 4" : "none");
            svg.circle(mark, panel.y().place(line.images()[majority]), 3.5, "fill", Palette.of(line.dimension()));
        }
        legend(svg, lines, majority, images);
        view.sign(svg, height);
        return new DrawnFigure(svg.end(), table);
    }

    private static void legend(Svg svg, List<Line> lines, int majority, int images) {
        double x = svg.width() - LEGEND + 22;
        svg.text(x, 60, "Images with a majority of " + majority, "fill", Palette.MUTED, "font-size", 11);
        double y = 82;
        for (Line line : lines) {
            svg.line(
                    x,
                    y - 4,
                    x + 24,
                    y - 4,
                    "stroke",
                    Palette.of(line.dimension()),
                    "stroke-width",
                    2,
                    "stroke-dasharray",
                    line.dashed() ? "5 4" : "none");
            svg.text(x + 32, y, line.label());
            int with = (int) line.images()[majority];
            svg.text(x + 32, y + 15, with + " (" + FigureText.percent(with, images) + ")", "fill", Palette.MUTED);
            y += 40;
        }
    }

    private static List<Line> lines(SelectedSet view, int raters) {
        List<Line> lines = new ArrayList<>();
        for (Dimension dimension : Dimension.values()) {
            List<ImageVotes> votes = ImageVotes.of(view.results().ratings(), dimension);
            String word = dimension.field();
            lines.add(new Line(word, word, dimension, false, atLeast(votes, ImageVotes::score, raters)));
            if (dimension != Dimension.EXPRESSION) {
                lines.add(new Line(
                        word + "_within_a_step",
                        word + " ± 0.25",
                        dimension,
                        true,
                        atLeast(votes, ImageVotes::scorePM, raters)));
            }
        }
        return lines;
    }

    private static double[] atLeast(List<ImageVotes> votes, ToIntFunction<ImageVotes> score, int raters) {
        double[] images = new double[raters + 1];
        for (ImageVotes image : votes) {
            images[score.applyAsInt(image)]++;
        }
        for (int n = raters - 1; n >= 0; n--) {
            images[n] += images[n + 1];
        }
        return images;
    }

    private static FigureTable table(List<Line> lines, int raters) {
        List<String> columns = new ArrayList<>(List.of("agreeing"));
        lines.forEach(line -> columns.add(line.column()));
        FigureTable table = new FigureTable(columns.toArray(String[]::new));
        for (int n = 0; n <= raters; n++) {
            int at = n;
            table.row(DoubleStream.concat(DoubleStream.of(n), lines.stream().mapToDouble(line -> line.images()[at]))
                    .mapToObj(number -> (long) number)
                    .toArray());
        }
        return table;
    }
}
