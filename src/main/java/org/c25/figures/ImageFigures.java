package org.c25.figures;

import java.util.List;
import java.util.stream.IntStream;
import org.c25.affect.Dimension;
import org.c25.affect.Expression;
import org.c25.affect.Step;
import org.c25.agreement.ImageVotes;
import org.c25.ratings.Ratings;

/** The figures of one image: its votes, and where it lies among the others. */
public final class ImageFigures {

    private static final int WIDTH = 480;
    private static final double ROW = 22;

    private ImageFigures() {}

    /**
     * Draws a row of bars for each dimension.
     *
     * @param image the image's index in the selection's ratings
     */
    public static String votes(SelectedSet view, int image) {
        Ratings ratings = view.results().ratings();
        int height = (int) (8 * ROW) + 2 * 148 + 60;
        Svg svg = new Svg(WIDTH, height, "Votes for this image");
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
        steps(
                svg,
                8 * ROW + 56,
                Dimension.VALENCE,
                ImageVotes.of(ratings, Dimension.VALENCE).get(image));
        steps(
                svg,
                8 * ROW + 204,
                Dimension.AROUSAL,
                ImageVotes.of(ratings, Dimension.AROUSAL).get(image));
        return svg.end();
    }

    private static void heading(Svg svg, double y, String name, ImageVotes votes) {
        svg.text(14, y, name, "font-weight", "bold");
        String words = votes.answers() == 0
                ? "no answers"
                : votes.score() + " of " + votes.answers() + (votes.isTied() ? ", tied" : "") + ", entropy "
                        + FigureText.number(votes.entropy(), 2);
        svg.text(WIDTH - 14, y, words, "text-anchor", "end", "fill", Palette.MUTED);
    }

    private static void steps(Svg svg, double top, Dimension dimension, ImageVotes votes) {
        String name = dimension == Dimension.VALENCE ? "Valence" : "Arousal";
        heading(svg, top, name, votes);
        AxisScale y = new AxisScale(0, Math.max(1, votes.score()), top + 96, top + 28);
        double column = (WIDTH - 28) / 9.0;
        for (int category = 0; category < Step.GREATEST; category++) {
            double left = 14 + category * column;
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
        svg.line(14, y.at(), WIDTH - 14, y.at(), "stroke", Palette.AXIS);
        MeanAndSpread moments = MeanAndSpread.of(votes);
        if (moments.answers() > 0) {
            AxisScale x = new AxisScale(-1, 1, 14 + column / 2, WIDTH - 14 - column / 2);
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
        }
    }

    /**
     * Draws all images as dots and this one as its ellipse.
     *
     * @param image the image's index in the selection's ratings
     */
    public static String place(SelectedSet view, int image) {
        Ratings ratings = view.results().ratings();
        List<ImageVotes> valences = ImageVotes.of(ratings, Dimension.VALENCE);
        List<ImageVotes> arousals = ImageVotes.of(ratings, Dimension.AROUSAL);
        Svg svg = new Svg(WIDTH, WIDTH, "Place of this image in the circumplex");
        PlotPanel panel = new PlotPanel(svg, new AxisScale(-1, 1, 62, 462), new AxisScale(-1, 1, 420, 20));
        panel.yAxis("Mean valence", 4).xAxis("Mean arousal", 4);
        svg.group("fill", "#b9c4c4");
        IntStream.range(0, ratings.images()).filter(other -> other != image).forEach(other -> {
            MeanAndSpread valence = MeanAndSpread.of(valences.get(other));
            MeanAndSpread arousal = MeanAndSpread.of(arousals.get(other));
            if (valence.answers() > 0 && arousal.answers() > 0) {
                svg.circle(panel.x().place(arousal.mean()), panel.y().place(valence.mean()), 1.5);
            }
        });
        svg.endGroup();
        MeanAndSpread valence = MeanAndSpread.of(valences.get(image));
        MeanAndSpread arousal = MeanAndSpread.of(arousals.get(image));
        if (valence.answers() > 0 && arousal.answers() > 0) {
            int majority = ImageVotes.of(ratings, Dimension.EXPRESSION)
                    .get(image)
                    .majority()
                    .orElse(-1);
            String colour =
                    majority < 0 ? Palette.MAIN : Palette.of(Expression.all().get(majority));
            double x = panel.x().place(arousal.mean());
            double y = panel.y().place(valence.mean());
            svg.ellipse(
                    x,
                    y,
                    Circumplex.radius(arousal, panel.x()),
                    Circumplex.radius(valence, panel.y()),
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
