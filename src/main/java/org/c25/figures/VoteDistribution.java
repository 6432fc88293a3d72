package org.c25.figures;

import org.c25.affect.Dimension;
import org.c25.affect.Expression;
import org.c25.agreement.ImageVotes;

/** The figure of how often each expression was chosen, and of how many images it is the majority vote. */
class VoteDistribution implements Figure {

    private static final int WIDTH = 720;
    private static final int HEIGHT = 360;
    private static final double ROW = 32;
    private static final double TOP = 44;

    @Override
    public String name() {
        return "vote-distribution";
    }

    @Override
    public String title() {
        return "Votes and majority votes";
    }

    @Override
    public String about() {
        return "Left, how often each expression was chosen; right, of how many images it has the most votes. Hatched: images on "
                + "which several expressions have the most votes, counted at the one with the smallest code.";
    }

    @Override
    public DrawnFigure of(SelectedSet view) {
        int[] votes = new int[8];
        int[] majorities = new int[8];
        int[] ties = new int[8];
        for (ImageVotes image : ImageVotes.of(view.results().ratings(), Dimension.EXPRESSION)) {
            for (int code = 0; code < 8; code++) {
                votes[code] += image.votes(code);
            }
            if (image.majority().isPresent()) {
                majorities[image.majority().getAsInt()]++;
                ties[image.majority().getAsInt()] += image.isTied() ? 1 : 0;
            }
        }
        FigureTable table = new FigureTable("code", "expression", "votes", "majority_votes", "of_these_tied");
        int allVotes = 0;
        int allMajorities = 0;
        int mostVotes = 0;
        int mostMajorities = 0;
        for (Expression expression : Expression.all()) {
            int code = expression.code();
            table.row(code, FigureText.of(expression), votes[code], majorities[code], ties[code]);
            allVotes += votes[code];
            allMajorities += majorities[code];
            mostVotes = Math.max(mostVotes, votes[code]);
            mostMajorities = Math.max(mostMajorities, majorities[code]);
        }
        if (allVotes == 0) {
            return DrawnFigure.nothing(this, view, table, "Nobody has answered yet.");
        }
        Svg svg = new Svg(WIDTH, HEIGHT, title());
        AxisScale left = new AxisScale(0, mostVotes, 92, 330);
        AxisScale right = new AxisScale(0, mostMajorities, 420, 630);
        svg.text(92, 26, "Votes (" + AxisScale.words(allVotes) + ")", "font-weight", "bold");
        svg.text(420, 26, "Majority votes (" + AxisScale.words(allMajorities) + " images)", "font-weight", "bold");
        for (Expression expression : Expression.all()) {
            int code = expression.code();
            double y = TOP + code * ROW;
            String colour = Palette.of(expression);
            svg.hatching("tied-" + code, colour);
            svg.text(84, y + 16, FigureText.of(expression), "text-anchor", "end");
            bar(svg, left, y, votes[code], 0, colour, code, FigureText.percent(votes[code], allVotes));
            bar(
                    svg,
                    right,
                    y,
                    majorities[code],
                    ties[code],
                    colour,
                    code,
                    FigureText.percent(majorities[code], allMajorities));
        }
        svg.line(92, TOP - 6, 92, TOP + 8 * ROW, "stroke", Palette.AXIS);
        svg.line(420, TOP - 6, 420, TOP + 8 * ROW, "stroke", Palette.AXIS);
        svg.rect(420, 312, 14, 10, "fill", "url(#tied-7)", "stroke", Palette.of(Expression.NEUTRAL));
        svg.text(440, 321, "tied", "fill", Palette.MUTED, "font-size", 11);
        view.sign(svg, HEIGHT);
        return new DrawnFigure(svg.end(), table);
    }

    private static void bar(
            Svg svg, AxisScale x, double y, int count, int tied, String colour, int code, String share) {
        double sure = x.place(count - tied);
        double end = x.place(count);
        svg.rect(x.at(), y, sure - x.at(), 22, "fill", colour);
        if (tied > 0) {
            svg.rect(sure, y, end - sure, 22, "fill", "url(#tied-" + code + ")", "stroke", colour);
        }
        String words = AxisScale.words(count) + (tied > 0 ? ", " + tied + " tied" : "") + " · " + share;
        svg.text(end + 6, y + 15, words, "font-size", 11, "fill", Palette.MUTED);
    }
}
