package org.c25.planning;

import java.util.List;
import java.util.stream.IntStream;
import org.c25.affect.Dimension;
import org.c25.agreement.Estimate;
import org.c25.agreement.UndefinedReason;
import org.c25.figures.DrawnFigure;
import org.c25.figures.Figure;
import org.c25.figures.FigureLook;
import org.c25.figures.FigureTable;
import org.c25.figures.Palette;
import org.c25.figures.SelectedSet;
import org.c25.figures.Svg;
import org.c25.reliability.MajorityReliability;
import org.c25.reliability.Reliability;
import org.c25.reliability.ScaleReliability.Point;
import org.springframework.stereotype.Component;

/** The figure of how reliable the set's figures are with so many raters: the D-study's curve. */
@Component
class DecisionStudyCurve implements Figure {

    private static final int HEIGHT = 372;
    private static final double LEFT = 58;
    private static final int FEWEST = 10;
    private static final int MOST = 50;

    private final SetReliability reliabilities;

    DecisionStudyCurve(SetReliability reliabilities) {
        this.reliabilities = reliabilities;
    }

    @Override
    public String name() {
        return "decision-study";
    }

    @Override
    public String title() {
        return "How reliable with so many raters?";
    }

    @Override
    public String about() {
        return "The reliability that so many raters give. Expression: Cohen's κ between the majority votes of two groups of raters,"
                + " drawn from all, dashed where Spearman and Brown's formula goes on; with its interval of 95 %. Valence and"
                + " arousal: Φ of an image's mean, by Spearman and Brown from ICC(2,1), with its interval of 95 %; dashed, Eρ² of the"
                + " order of the images. Lines across are at 0.80 and 0.90; the upright line is at the raters there are.";
    }

    @Override
    public DrawnFigure of(SelectedSet view, FigureLook look) {
        if (!view.results().comparePeople()) {
            return DrawnFigure.nothing(
                    this, view, look, new FigureTable("raters"), UndefinedReason.TOO_MANY_PEOPLE.sentence());
        }
        Reliability reliability = reliabilities.of(view.results());
        int most = Math.max(FEWEST, Math.min(MOST, 2 * view.raters()));
        FigureTable table = table(reliability, most);
        if (view.raters() < 2) {
            return DrawnFigure.nothing(this, view, look, table, "It takes two participants to agree.");
        }
        Svg svg = new Svg(look, HEIGHT, title());
        ReliabilityPanel.legend(svg, "Majority vote (κ), mean (Φ)", "κ beyond half of the raters; order (Eρ²)");
        double step = (look.width() + 12) / 3.0;
        for (Dimension dimension : Dimension.values()) {
            double left = LEFT + dimension.ordinal() * step;
            boolean expression = dimension == Dimension.EXPRESSION;
            ReliabilityPanel panel = ReliabilityPanel.of(
                    svg,
                    left,
                    left + step - 84,
                    most,
                    expression ? "Expression" : dimension == Dimension.VALENCE ? "Valence" : "Arousal",
                    expression ? "Cohen's κ" : "Reliability");
            Reliability.WANTED.forEach(panel::wanted);
            panel.mark(Math.min(most, view.raters()));
            if (expression) {
                majority(panel, reliability.expression().majority(), most);
            } else {
                scale(panel, dimension, reliability.of(dimension).curve(most));
            }
        }
        view.signCoefficients(svg, HEIGHT);
        return new DrawnFigure(svg.end(), table);
    }

    private static void majority(ReliabilityPanel panel, MajorityReliability majority, int most) {
        String colour = Palette.of(Dimension.EXPRESSION);
        int drawn = majority.points().size();
        List<Estimate> points =
                IntStream.rangeClosed(1, most).mapToObj(majority::at).toList();
        panel.band(1, points, colour).curve(1, points.subList(0, Math.min(drawn, most)), colour, false);
        if (drawn > 0 && drawn < most) {
            panel.curve(drawn, points.subList(drawn - 1, most), colour, true);
        }
    }

    private static void scale(ReliabilityPanel panel, Dimension dimension, List<Point> points) {
        String colour = Palette.of(dimension);
        List<Estimate> values = points.stream().map(Point::absolute).toList();
        panel.band(1, values, colour).curve(1, values, colour, false);
        panel.curve(1, points.stream().map(Point::relative).toList(), colour, true);
    }

    private static FigureTable table(Reliability reliability, int most) {
        FigureTable table = new FigureTable("dimension", "raters", "coefficient", "value", "low", "high", "how");
        MajorityReliability majority = reliability.expression().majority();
        for (int k = 1; k <= most; k++) {
            row(
                    table,
                    Dimension.EXPRESSION,
                    k,
                    "kappa",
                    majority.at(k),
                    majority.isDrawn(k) ? "drawn" : "Spearman-Brown");
        }
        for (Dimension dimension : List.of(Dimension.VALENCE, Dimension.AROUSAL)) {
            for (Point point : reliability.of(dimension).curve(most)) {
                row(table, dimension, point.raters(), "phi", point.absolute(), "Spearman-Brown");
                row(table, dimension, point.raters(), "erho2", point.relative(), "Spearman-Brown");
            }
        }
        return table;
    }

    private static void row(FigureTable table, Dimension dimension, int raters, String name, Estimate one, String how) {
        table.row(dimension.field(), raters, name, one.value(), one.low(), one.high(), how);
    }
}
