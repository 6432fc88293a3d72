package org.c25.figures;

import java.util.List;
import java.util.stream.IntStream;
import org.c25.affect.Dimension;
import org.c25.affect.Expression;
import org.c25.affect.Step;
import org.c25.agreement.ImageVotes;
import org.c25.common.Numbers;
import org.c25.ratings.Ratings;

/** The figures of one image: its votes, and where it lies among the others. */
public final class ImageFigures {

    private static final int WIDTH = 480;
    private static final double ROW = 22;
    private static final double LEFT = 32;
    private static final Object[] SMALL = {"fill", Palette.MUTED, "font-size", 11};

    private ImageFigures() {}

    /**
     * Draws a row of bars for each dimension.
     *
     * @param image the image's index in the selection's ratings
     */
    public static String votes(SelectedSet view, FigureLook look, int image) {
        Ratings ratings = view.results().ratings();
        int height = (int) (8 * ROW) + 2 * 152 + 80;
        Svg svg = new Svg(look.wide(WIDTH), height, "Votes for this image");
        ImageVotes expressions = ImageVotes.of(ratings, Dimension.EXPRESSION).get(image);
        heading(svg, 20, "Expression", expressions);
        AxisScale x = new AxisScale(0, Math.max(1, expressions.score()), 92, 420);
        for (Expression expression : Expression.all()) {
            int code = expression.code();
            double y = 30 + code * ROW;
            String colour = Palette.of(expression);
            svg.hatching("tied-" + code, colour);
            boolean tied = expressions.isTied() && expressions.votes(code) == expressions.score();
            svg.text(84, y + 13, FigureText.of(expression), "text-anchor", "end");
            svg.rect(
                    92,
                    y,
                    x.place(expressions.votes(code)) - 92,
                    17,
                    "fill",
                    tied ? "url(#tied-" + code + ")" : colour,
                    "stroke",
                    colour);
            svg.text(
                    x.place(expressions.votes(code)) + 6,
                    y + 13,
                    AxisScale.words(expressions.votes(code)),
                    "fill",
                    Palette.MUTED);
        }
        svg.text(92, 8 * ROW + 44, "Number of votes", SMALL);
        steps(
                svg,
                8 * ROW + 76,
                Dimension.VALENCE,
                ImageVotes.of(ratings, Dimension.VALENCE).get(image));
        steps(
                svg,
                8 * ROW + 228,
                Dimension.AROUSAL,
                ImageVotes.of(ratings, Dimension.AROUSAL).get(image));
        return svg.end();
    }

    private static void heading(Svg svg, double y, String name, ImageVotes votes) {
        svg.text(14, y, name, "font-weight", "bold");
        String words = votes.answers() == 0
                ? "no answers"
                : votes.score() + " of " + votes.answers() + (votes.isTied() ? ", tied" : "") + ", entropy "
                        + Numbers.decimals(votes.entropy(), 2);
        svg.text(WIDTH - 14, y, words, "text-anchor", "end", "fill", Palette.MUTED);
    }

    private static void steps(Svg svg, double top, Dimension dimension, ImageVotes votes) {
        heading(svg, top, FigureText.capital(dimension.field()) + " (−1 to 1)", votes);
        AxisScale y = new AxisScale(0, Math.max(1, votes.score()), top + 96, top + 28);
        double column = (WIDTH - LEFT - 14) / 9.0;
        new PlotPanel(svg, new AxisScale(-1, 1, LEFT, WIDTH - 14), y).yTitle("Votes", 10);
        for (int category = 0; category < Step.GREATEST; category++) {
            double left = LEFT + category * column;
            int count = votes.votes(category);
            svg.rect(left + 4, y.place(count), column - 8, y.at() - y.place(count), "fill", Palette.MAIN);
            if (count > 0) {
                svg.text(
                        left + column / 2,
                        y.place(count) - 4,
                        AxisScale.words(count),
                        "text-anchor",
                        "middle",
                        "fill",
                        Palette.MUTED,
                        "font-size",
                        11);
            }
            svg.text(
                    left + column / 2,
                    y.at() + 15,
                    AxisScale.words((category + 1 - Step.MIDDLE) / 4.0),
                    "text-anchor",
                    "middle",
                    "fill",
                    Palette.MUTED,
                    "font-size",
                    11);
        }
        svg.line(LEFT, y.at(), WIDTH - 14, y.at(), "stroke", Palette.AXIS);
        MeanAndSpread moments = MeanAndSpread.of(votes);
        if (moments.answers() > 0) {
            AxisScale x = new AxisScale(-1, 1, LEFT + column / 2, WIDTH - 14 - column / 2);
            double se = Double.isNaN(moments.standardError()) ? 0 : moments.standardError();
            svg.line(
                    x.place(moments.mean() - se),
                    y.at() + 24,
                    x.place(moments.mean() + se),
                    y.at() + 24,
                    "stroke",
                    Palette.TEXT,
                    "stroke-width",
                    2);
            svg.circle(x.place(moments.mean()), y.at() + 24, 3.5, "fill", Palette.TEXT);
            svg.text(LEFT, y.at() + 40, "The point is the mean, the line one standard error to each side.", SMALL);
        }
    }

    /**
     * Draws all images as dots and this one as its ellipse.
     *
     * @param image the image's index in the selection's ratings
     */
    public static String place(SelectedSet view, FigureLook look, int image) {
        Ratings ratings = view.results().ratings();
        List<ImageVotes> across = ImageVotes.of(ratings, look.x());
        List<ImageVotes> up = ImageVotes.of(ratings, look.y());
        Svg svg = new Svg(look.wide(WIDTH), WIDTH, "Place of this image in the circumplex");
        PlotPanel panel = CircumplexPlane.draw(svg, look, 62, 20, 400);
        svg.group("fill", "#b9c4c4");
        IntStream.range(0, ratings.images()).filter(other -> other != image).forEach(other -> {
            MeanAndSpread x = MeanAndSpread.of(across.get(other));
            MeanAndSpread y = MeanAndSpread.of(up.get(other));
            if (x.answers() > 0 && y.answers() > 0) {
                svg.circle(panel.x().place(x.mean()), panel.y().place(y.mean()), 1.5);
            }
        });
        svg.endGroup();
        MeanAndSpread atX = MeanAndSpread.of(across.get(image));
        MeanAndSpread atY = MeanAndSpread.of(up.get(image));
        if (atX.answers() > 0 && atY.answers() > 0) {
            int majority = ImageVotes.of(ratings, Dimension.EXPRESSION)
                    .get(image)
                    .majority()
                    .orElse(-1);
            String colour =
                    majority < 0 ? Palette.MAIN : Palette.of(Expression.all().get(majority));
            double x = panel.x().place(atX.mean());
            double y = panel.y().place(atY.mean());
            svg.ellipse(
                    x,
                    y,
                    CircumplexPlane.radius(atX, panel.x()),
                    CircumplexPlane.radius(atY, panel.y()),
                    "fill",
                    colour,
                    "fill-opacity",
                    0.5,
                    "stroke",
                    colour,
                    "stroke-width",
                    2);
            svg.circle(x, y, 2.5, "fill", Palette.TEXT);
        }
        return svg.end();
    }
}
