package org.c25.results;

import java.util.ArrayList;
import java.util.List;
import org.c25.affect.Dimension;
import org.c25.agreement.Agreement;
import org.c25.sets.SetView;
import org.c25.sets.Sets;

/** The coefficients of a set with their intervals, beside those of the other sets of its study. */
class Coefficients implements Figure {

    private static final int WIDTH = 720;
    private static final double ROW = 22;
    private static final double LEFT = 210;
    private static final double RIGHT = 690;

    private final Agreement agreement;
    private final Sets sets;

    Coefficients(Agreement agreement, Sets sets) {
        this.agreement = agreement;
        this.sets = sets;
    }

    /** One set's coefficients. */
    record Column(SetView set, View view, List<Coefficient> coefficients) {}

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
        return "Each coefficient and its interval of 95 %, for every set of the study. Participants who are left out are left out of "
                + "this set alone: in another set they are other people.";
    }

    /** This set first, then the others by number. */
    List<Column> columns(View view) {
        List<Column> columns = new ArrayList<>();
        columns.add(column(view));
        for (SetView other : sets.of(view.study())) {
            if (other.id() != view.set().id()) {
                columns.add(column(new View(
                        view.caller(),
                        view.study(),
                        other,
                        agreement.results(
                                view.caller(), other.id(), view.selection().elsewhere()))));
            }
        }
        return columns;
    }

    private static Column column(View view) {
        return new Column(view.set(), view, all(view));
    }

    /** Those of one set. */
    static List<Coefficient> all(View view) {
        return Coefficient.of(view.results().statistics(), view.results().bootstrap());
    }

    @Override
    public Picture of(View view) {
        return picture(
                view,
                columns(view).stream()
                        .filter(column ->
                                column.view().equals(view) || column.view().raters() > 1)
                        .toList());
    }

    @Override
    public Picture alone(View view) {
        return picture(view, List.of(column(view)));
    }

    private Picture picture(View view, List<Column> columns) {
        Table table = new Table(
                "set",
                "participants",
                "images",
                "dimension",
                "coefficient",
                "value",
                "standard_error",
                "low",
                "high",
                "interval");
        for (Column column : columns) {
            for (Coefficient one : column.coefficients()) {
                table.row(
                        column.set().number(),
                        column.view().raters(),
                        column.view().results().ratings().images(),
                        one.dimension().field(),
                        one.key(),
                        one.value(),
                        one.standardError(),
                        one.low(),
                        one.high(),
                        one.interval());
            }
        }
        if (view.raters() < 2) {
            return Picture.nothing(this, view, table, "It takes two participants to agree.");
        }
        int rows = columns.get(0).coefficients().size();
        double bottom = 40 + (rows + Dimension.values().length) * ROW + 8;
        int height = (int) bottom + 70;
        Svg svg = new Svg(WIDTH, height, title());
        double least = columns.stream()
                .flatMap(column -> column.coefficients().stream())
                .mapToDouble(one -> Double.isNaN(one.low()) ? one.value() : one.low())
                .filter(value -> !Double.isNaN(value))
                .min()
                .orElse(0);
        Panel panel = new Panel(
                svg, new Scale(Math.min(0, Math.floor(least * 5) / 5), 1, LEFT, RIGHT), new Scale(0, 1, bottom, 40));
        for (double tick : panel.x().ticks(5)) {
            svg.line(panel.x().place(tick), 40, panel.x().place(tick), bottom, "stroke", Ink.GRID);
        }
        panel.xAxis("", 5);
        legend(svg, columns);
        double y = 40 + ROW / 2;
        Dimension last = null;
        for (int row = 0; row < rows; row++) {
            Coefficient first = columns.get(0).coefficients().get(row);
            if (first.dimension() != last) {
                last = first.dimension();
                svg.text(14, y + 4, capital(last.field()), "font-weight", "bold");
                y += ROW;
            }
            svg.text(LEFT - 12, y + 4, first.title(), "text-anchor", "end");
            for (int i = 0; i < columns.size(); i++) {
                double apart =
                        columns.size() == 1 ? 0 : (i - (columns.size() - 1) / 2.0) * Math.min(7, 14.0 / columns.size());
                point(svg, panel.x(), columns.get(i).coefficients().get(row), y + apart, Ink.series(i));
            }
            y += ROW;
        }
        view.sign(svg, height);
        return new Picture(svg.end(), table);
    }

    private static void legend(Svg svg, List<Column> columns) {
        for (int i = 0; i < columns.size(); i++) {
            double x = LEFT + i * 120;
            svg.circle(x + 5, 20, 4, "fill", Ink.series(i));
            svg.text(
                    x + 15,
                    24,
                    columns.get(i).set().title() + " (" + columns.get(i).view().raters() + ")");
        }
    }

    private static void point(Svg svg, Scale x, Coefficient one, double y, String colour) {
        if (Double.isNaN(one.value())) {
            return;
        }
        svg.group();
        svg.hint(one.title() + ": " + one.words() + (Double.isNaN(one.low()) ? "" : " (" + one.range() + ")"));
        if (!Double.isNaN(one.low())) {
            svg.line(x.place(one.low()), y, x.place(one.high()), y, "stroke", colour, "stroke-width", 2);
        }
        svg.circle(x.place(one.value()), y, 3.5, "fill", colour);
        svg.endGroup();
    }

    private static String capital(String word) {
        return Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }
}
