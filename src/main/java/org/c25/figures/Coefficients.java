package org.c25.figures;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.c25.affect.Dimension;
import org.c25.agreement.Coefficient;
import org.c25.results.SetResults;
import org.c25.sets.SetView;
import org.c25.sets.Sets;

/** The figure of a set's coefficients with their intervals, beside those of the other sets of its study. */
public class Coefficients implements Figure {

    private static final double ROW = 22;
    private static final double LEFT = 186;
    private static final double LINE = 12;

    /** The room for what coefficients rest on. */
    private static final double BASIS = 160;

    /** The room for a set in a line of the legend. */
    private static final int LEGEND = 120;

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
        return "Each coefficient and its interval of 95 %, for every set of the study, and at the right what it rests on; bold, what "
                + "to report first. A hollow point rests on fewer than 50 images. Participants who are left out are left out of this "
                + "set alone: in another set they are other people.";
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
    public DrawnFigure of(SelectedSet view, FigureLook look) {
        return picture(
                view,
                look,
                columns(view).stream()
                        .filter(column ->
                                column.view().equals(view) || column.view().raters() > 1)
                        .toList());
    }

    @Override
    public DrawnFigure alone(SelectedSet view) {
        return picture(view, FigureLook.USUAL, List.of(CoefficientColumn.of(view)));
    }

    private DrawnFigure picture(SelectedSet view, FigureLook look, List<CoefficientColumn> columns) {
        FigureTable table = table(columns);
        return view.raters() < 2
                ? DrawnFigure.nothing(this, view, look, table, "It takes two participants to agree.")
                : new DrawnFigure(drawn(view, look, columns), table);
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

    private String drawn(SelectedSet view, FigureLook look, List<CoefficientColumn> columns) {
        List<Integer> rows = rows(columns.get(0).coefficients());
        double right = look.width() - BASIS;
        int inLine = (int) (look.width() - LEFT) / LEGEND;
        double top = 40 + LINE * ((columns.size() - 1) / inLine);
        double lineHeight = Math.max(ROW, LINE * columns.size() + 8);
        double bottom = top + Dimension.values().length * ROW + rows.size() * lineHeight + 8;
        int height = (int) bottom + 70;
        Svg svg = new Svg(look, height, title());
        double least = columns.stream()
                .flatMap(column -> column.coefficients().stream())
                .map(Coefficient::estimate)
                .mapToDouble(one -> one.hasInterval() ? one.low() : one.value())
                .filter(value -> !Double.isNaN(value))
                .min()
                .orElse(0);
        PlotPanel panel = new PlotPanel(
                svg,
                new AxisScale(Math.min(0, Math.floor(least * 5) / 5), 1, LEFT, right),
                new AxisScale(0, 1, bottom, top));
        panel.xGrid(5).xAxis("Value, 1 at full agreement", 5);
        legend(svg, columns, inLine);
        double y = top;
        Dimension last = null;
        for (int row : rows) {
            Coefficient first = columns.get(0).coefficients().get(row);
            if (first.dimension() != last) {
                last = first.dimension();
                svg.text(14, y + ROW / 2 + 4, FigureText.capital(last.field()), "font-weight", "bold");
                y += ROW;
            }
            svg.text(
                    LEFT - 12,
                    y + lineHeight / 2 + 4,
                    first.title(),
                    "text-anchor",
                    "end",
                    "font-weight",
                    first.headline() ? "bold" : "normal");
            for (int i = 0; i < columns.size(); i++) {
                double middle = y + lineHeight / 2 + (i - (columns.size() - 1) / 2.0) * LINE;
                CoefficientPoint.draw(
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

    /** Returns the order of the rows: by dimension, and what to report first comes first. */
    private static List<Integer> rows(List<Coefficient> coefficients) {
        return IntStream.range(0, coefficients.size())
                .boxed()
                .sorted(Comparator.comparing(
                                (Integer row) -> coefficients.get(row).dimension())
                        .thenComparing(row -> !coefficients.get(row).headline()))
                .toList();
    }

    private static void legend(Svg svg, List<CoefficientColumn> columns, int inLine) {
        for (int i = 0; i < columns.size(); i++) {
            double x = LEFT + i % inLine * LEGEND;
            double y = 20 + LINE * (i / inLine);
            svg.circle(x + 5, y, 4, "fill", Palette.series(i));
            svg.text(
                    x + 15,
                    y + 4,
                    columns.get(i).set().title() + " (" + columns.get(i).view().raters() + ")");
        }
    }
}
