package org.c25.figures;

import java.util.List;
import org.c25.affect.Dimension;
import org.c25.affect.Expression;
import org.c25.agreement.ImageVotes;

/** The figure that compares the majority vote of the participants with AffectNet's own label. */
class LabelConfusion implements Figure {

    private static final double LEFT = 130;
    private static final double TOP = 96;

    /** The room for names and shares beside the cells. */
    private static final double BESIDE = 240;

    @Override
    public String name() {
        return "label-confusion";
    }

    @Override
    public String title() {
        return "Majority vote and AffectNet's label";
    }

    @Override
    public String about() {
        return "Images by AffectNet's own label (rows) and by the expression with the most votes (columns). The shade is the share of "
                + "the row. Images without one of the eight labels are left out.";
    }

    @Override
    public boolean tellsLabels() {
        return true;
    }

    @Override
    public DrawnFigure of(SelectedSet view, FigureLook look) {
        int[][] counts = new int[8][8];
        int known = 0;
        int same = 0;
        List<ImageVotes> votes = ImageVotes.of(view.results().ratings(), Dimension.EXPRESSION);
        for (int image = 0; image < votes.size(); image++) {
            int label = view.results().affectNet(image);
            int majority = votes.get(image).majority().orElse(-1);
            if (label >= 0 && majority >= 0) {
                counts[label][majority]++;
                known++;
                same += label == majority ? 1 : 0;
            }
        }
        FigureTable table = new FigureTable("affectnet_label", "majority_vote", "images");
        for (Expression label : Expression.all()) {
            for (Expression majority : Expression.all()) {
                if (known > 0) {
                    table.row(FigureText.of(label), FigureText.of(majority), counts[label.code()][majority.code()]);
                }
            }
        }
        if (known == 0) {
            return DrawnFigure.nothing(
                    this, view, look, table, "No image has both a label of AffectNet and an answer.");
        }
        double cell = (look.width() - BESIDE) / 8;
        double bottom = TOP + 8 * cell;
        int height = (int) bottom + 108;
        Svg svg = new Svg(look, height, title());
        svg.text(LEFT + 4 * cell, 24, "Majority vote", "text-anchor", "middle", "font-weight", "bold");
        svg.group("font-weight", "bold");
        new PlotPanel(svg, new AxisScale(0, 1, LEFT, LEFT + 8 * cell), new AxisScale(0, 1, bottom, TOP))
                .yTitle("AffectNet's label", LEFT - 20);
        svg.endGroup();
        for (Expression label : Expression.all()) {
            double x = LEFT + label.code() * cell + cell / 2;
            svg.text(
                    x,
                    TOP - 8,
                    FigureText.of(label),
                    "transform",
                    "rotate(-40 " + Svg.number(x) + " " + Svg.number(TOP - 8) + ")");
            row(svg, cell, label, counts[label.code()]);
        }
        svg.text(LEFT + 8 * cell + 12, TOP - 10, "same", "fill", Palette.MUTED, "font-size", 11);
        svg.text(
                LEFT,
                bottom + 76,
                same + " of " + known + " images have the same label (" + FigureText.percent(same, known) + ")");
        ColourBar.draw(svg, LEFT, bottom + 22, "Share of the row");
        view.sign(svg, height);
        return new DrawnFigure(svg.end(), table);
    }

    private static void row(Svg svg, double cell, Expression label, int[] counts) {
        int sum = 0;
        for (int count : counts) {
            sum += count;
        }
        double y = TOP + label.code() * cell;
        svg.text(LEFT - 10, y + cell / 2 + 4, FigureText.of(label), "text-anchor", "end");
        for (int code = 0; code < 8; code++) {
            double share = sum == 0 ? 0 : (double) counts[code] / sum;
            double x = LEFT + code * cell;
            String shade = Palette.shade(share);
            boolean same = code == label.code();
            svg.rect(
                    x,
                    y,
                    cell,
                    cell,
                    "fill",
                    shade,
                    "stroke",
                    same ? Palette.TEXT : Palette.GRID,
                    "stroke-width",
                    same ? 1.5 : 1);
            svg.text(
                    x + cell / 2,
                    y + cell / 2 + 4,
                    AxisScale.words(counts[code]),
                    "text-anchor",
                    "middle",
                    "fill",
                    Palette.on(shade));
        }
        svg.text(
                LEFT + 8 * cell + 12,
                y + cell / 2 + 4,
                FigureText.percent(counts[label.code()], sum),
                "fill",
                Palette.MUTED,
                "font-size",
                11);
    }
}
