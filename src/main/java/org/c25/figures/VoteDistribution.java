package org.c25.figures;

import org.c25.affect.Dimension;
import org.c25.affect.Expression;
import org.c25.agreement.ImageVotes;

/** The figure of how often each expression was chosen, and of how many images it is the majority vote. */
class VoteDistribution implements Figure {

    private static final int HEIGHT = 392;
    private static final double ROW = 32;
    private static final double TOP = 44;
    private static final double BOTTOM = TOP + 8 * ROW;
    private static final double LEFT = 108;

    /** The room for the words behind a bar of votes, and of majority votes. */
    private static final double BEHIND_VOTES = 92;

    private static final double BEHIND_MAJORITIES = 138;

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
    public DrawnFigure of(SelectedSet view, FigureLook look) {
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
            return DrawnFigure.nothing(this, view, look, table, "Nobody has answered yet.");
        }
        Svg svg = new Svg(look, HEIGHT, title());
        double bars = (look.width() - LEFT - BEHIND_VOTES - BEHIND_MAJORITIES) / 2;
        AxisScale left = new AxisScale(0, mostVotes, LEFT, LEFT + bars);
        AxisScale right =
                new AxisScale(0, mostMajorities, left.until() + BEHIND_VOTES, look.width() - BEHIND_MAJORITIES);
        svg.text(left.at(), 26, "Votes (" + AxisScale.words(allVotes) + ")", "font-weight", "bold");
        svg.text(
                right.at(),
                26,
                "Majority votes (" + AxisScale.words(allMajorities) + " images)",
                "font-weight",
                "bold");
        for (Expression expression : Expression.all()) {
            int code = expression.code();
            double y = TOP + code * ROW;
            String colour = Palette.of(expression);
            svg.hatching("tied-" + code, colour);
            svg.text(LEFT - 8, y + 16, FigureText.of(expression), "text-anchor", "end");
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
        panel(svg, left, "Number of votes").yTitle("Expression", LEFT - 16);
        panel(svg, right, "Number of images");
        double key = svg.width() - 52;
        svg.rect(key, BOTTOM + 27, 14, 10, "fill", "url(#tied-7)", "stroke", Palette.of(Expression.NEUTRAL));
        svg.text(key + 20, BOTTOM + 36, "tied", "fill", Palette.MUTED, "font-size", 11);
        view.sign(svg, HEIGHT);
        return new DrawnFigure(svg.end(), table);
    }

    private static PlotPanel panel(Svg svg, AxisScale x, String title) {
        svg.line(x.at(), TOP - 6, x.at(), BOTTOM, "stroke", Palette.AXIS);
        return new PlotPanel(svg, x, new AxisScale(0, 1, BOTTOM, TOP)).xAxis(title, 2);
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
