package org.c25.figures;

import java.util.ArrayList;
import java.util.List;
import org.c25.affect.Dimension;
import org.c25.agreement.Coefficient;
import org.c25.agreement.Estimate;
import org.c25.results.SetResults;
import org.c25.sets.SetView;
import org.c25.sets.Sets;

/** The figure of a set's coefficients with their intervals, beside those of the other sets of its study. */
public class Coefficients implements Figure {

    private static final int WIDTH = 720;
    private static final double ROW = 22;
    private static final double LEFT = 210;
    private static final double RIGHT = 560;
    private static final double LINE = 12;

    /** The number of sets in one line of the legend. */
    private static final int LEGEND = 4;

    private static final Object[] SMALL = {"font-size", 9, "fill", Palette.MUTED};

    private final SetResults setResults;
    private final Sets sets;

    Coefficients(SetResults setResults, Sets sets) {
        this.setResults = setResults;
        this.sets = sets;
    }

    @Override
    public String name() {
        return "coefficients";
    }

    @Override
    public String title() {
        return "Coefficients of agreement";
    }

    @Override
    public String about() {
        return "Each coefficient and its interval of 95 %, for every set of the study, and at the right what it rests on. A hollow point "
                + "rests on fewer than 50 images. Participants who are left out are left out of this set alone: in another set they "
                + "are other people.";
    }

    /** Returns the columns of this set first, then those of the others by number. */
    public List<CoefficientColumn> columns(SelectedSet view) {
        List<CoefficientColumn> columns = new ArrayList<>();
        columns.add(CoefficientColumn.of(view));
        for (SetView other : sets.of(view.study())) {
            if (other.id() != view.set().id()) {
                columns.add(CoefficientColumn.of(new SelectedSet(
                        view.caller(),
                        view.study(),
                        other,
                        setResults.results(
                                view.caller(), other.id(), view.selection().elsewhere()))));
            }
        }
        return columns;
    }

    @Override
    public DrawnFigure of(SelectedSet view) {
        return picture(
                view,
                columns(view).stream()
                        .filter(column ->
                                column.view().equals(view) || column.view().raters() > 1)
                        .toList());
    }

    @Override
    public DrawnFigure alone(SelectedSet view) {
        return picture(view, List.of(CoefficientColumn.of(view)));
    }

    private DrawnFigure picture(SelectedSet view, List<CoefficientColumn> columns) {
        FigureTable table = table(columns);
        return view.raters() < 2
                ? DrawnFigure.nothing(this, view, table, "It takes two participants to agree.")
                : new DrawnFigure(drawn(view, columns), table);
    }

    private static FigureTable table(List<CoefficientColumn> columns) {
        FigureTable table = new FigureTable(
                "set",
                "participants",
                "images",
                "dimension",
                "coefficient",
                "value",
                "standard_error",
                "low",
                "high",
                "interval",
                "pairs",
                "undefined",
                "warning");
        columns.forEach(column -> column.tell(table));
        return table;
    }

    private String drawn(SelectedSet view, List<CoefficientColumn> columns) {
        int rows = columns.get(0).coefficients().size();
        double top = 40 + LINE * ((columns.size() - 1) / LEGEND);
        double lineHeight = Math.max(ROW, LINE * columns.size() + 8);
        double bottom = top + Dimension.values().length * ROW + rows * lineHeight + 8;
        int height = (int) bottom + 70;
        Svg svg = new Svg(WIDTH, height, title());
        double least = columns.stream()
                .flatMap(column -> column.coefficients().stream())
                .map(Coefficient::estimate)
                .mapToDouble(one -> one.hasInterval() ? one.low() : one.value())
                .filter(value -> !Double.isNaN(value))
                .min()
                .orElse(0);
        PlotPanel panel = new PlotPanel(
                svg,
                new AxisScale(Math.min(0, Math.floor(least * 5) / 5), 1, LEFT, RIGHT),
                new AxisScale(0, 1, bottom, top));
        for (double tick : panel.x().ticks(5)) {
            svg.line(panel.x().place(tick), top, panel.x().place(tick), bottom, "stroke", Palette.GRID);
        }
        panel.xAxis("", 5);
        legend(svg, columns);
        double y = top;
        Dimension last = null;
        for (int row = 0; row < rows; row++) {
            Coefficient first = columns.get(0).coefficients().get(row);
            if (first.dimension() != last) {
                last = first.dimension();
                svg.text(14, y + ROW / 2 + 4, capital(last.field()), "font-weight", "bold");
                y += ROW;
            }
            svg.text(LEFT - 12, y + lineHeight / 2 + 4, first.title(), "text-anchor", "end");
            for (int i = 0; i < columns.size(); i++) {
                double middle = y + lineHeight / 2 + (i - (columns.size() - 1) / 2.0) * LINE;
                point(
                        svg,
                        panel.x(),
                        columns.get(i),
                        columns.get(i).coefficients().get(row),
                        middle,
                        Palette.series(i));
            }
            y += lineHeight;
        }
        view.sign(svg, height);
        return svg.end();
    }

    private static void legend(Svg svg, List<CoefficientColumn> columns) {
        for (int i = 0; i < columns.size(); i++) {
            double x = LEFT + i % LEGEND * 120;
            double y = 20 + LINE * (i / LEGEND);
            svg.circle(x + 5, y, 4, "fill", Palette.series(i));
            svg.text(
                    x + 15,
                    y + 4,
                    columns.get(i).set().title() + " (" + columns.get(i).view().raters() + ")");
        }
    }

    /** Draws a point with its interval, or says why there is none, and says at the right what it rests on. */
    private static void point(
            Svg svg, AxisScale x, CoefficientColumn column, Coefficient one, double y, String colour) {
        Estimate estimate = one.estimate();
        svg.group();
        svg.hint(one.title() + ": " + column.words(one) + " (" + column.range(one) + "), "
                + one.basis().words());
        if (estimate.hasInterval()) {
            svg.line(x.place(estimate.low()), y, x.place(estimate.high()), y, "stroke", colour, "stroke-width", 2);
        }
        if (estimate.isDefined()) {
            String inside = one.basis().isSmall() ? "#ffffff" : colour;
            svg.circle(x.place(one.value()), y, 3.5, "fill", inside, "stroke", colour);
        }
        one.whyUndefined().ifPresent(why -> svg.text(LEFT + 4, y + 3, "– " + why, SMALL));
        svg.text(RIGHT + 10, y + 3, one.basis().words(), SMALL);
        svg.endGroup();
    }

    private static String capital(String word) {
        return Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }
}
