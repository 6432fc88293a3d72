package org.c25.results;

import java.util.List;
import org.c25.affect.Dimension;
import org.c25.affect.Expression;
import org.c25.agreement.ImageVotes;
import org.c25.agreement.Ratings;
import org.c25.sets.Item;
import org.c25.sets.Sets;

/**
 * Where the images lie by arousal and valence: one ellipse an image, its half axes the standard errors of the two means.
 *
 * <p>J. A. Russell, A circumplex model of affect, Journal of Personality and Social Psychology 39(6), 1980, 1161–1178.
 */
class Circumplex implements Figure {

    private static final int WIDTH = 720;
    private static final int HEIGHT = 620;
    private static final double LEAST = 1.5;

    private final Sets sets;

    Circumplex(Sets sets) {
        this.sets = sets;
    }

    @Override
    public String name() {
        return "circumplex";
    }

    @Override
    public String title() {
        return "Circumplex";
    }

    @Override
    public String about() {
        return "One ellipse an image, at its mean arousal and mean valence; it reaches one standard error to each side. The colour is "
                + "the expression with the most votes.";
    }

    @Override
    public Picture of(View view) {
        Ratings ratings = view.results().ratings();
        List<Item> items = sets.items(view.set().id());
        List<ImageVotes> expressions = ratings.votes(Dimension.EXPRESSION);
        List<ImageVotes> valences = ratings.votes(Dimension.VALENCE);
        List<ImageVotes> arousals = ratings.votes(Dimension.AROUSAL);
        Table table = new Table(
                "index",
                "filename",
                "arousal_mean",
                "arousal_se",
                "arousal_answers",
                "valence_mean",
                "valence_se",
                "valence_answers",
                "expression",
                "expression_label",
                "expression_votes",
                "expression_tied");
        Svg svg = new Svg(WIDTH, HEIGHT, title());
        Panel panel = new Panel(svg, new Scale(-1, 1, 66, 566), new Scale(-1, 1, 540, 40));
        panel.yAxis("Mean valence", 4).xAxis("Mean arousal", 4);
        svg.line(panel.x().place(0), 540, panel.x().place(0), 40, "stroke", Ink.AXIS);
        svg.line(66, panel.y().place(0), 566, panel.y().place(0), "stroke", Ink.AXIS);
        svg.group("fill-opacity", 0.35, "stroke-opacity", 0.9, "stroke-width", 0.6);
        int drawn = 0;
        for (int image = 0; image < ratings.images(); image++) {
            Item item = items.get(view.results().position(image));
            Moments valence = Moments.of(valences.get(image));
            Moments arousal = Moments.of(arousals.get(image));
            ImageVotes votes = expressions.get(image);
            Expression majority = votes.majority().isPresent()
                    ? Expression.all().get(votes.majority().getAsInt())
                    : null;
            table.row(
                    item.index(),
                    item.filename(),
                    arousal.mean(),
                    arousal.standardError(),
                    arousal.answers(),
                    valence.mean(),
                    valence.standardError(),
                    valence.answers(),
                    majority == null ? null : majority.code(),
                    majority == null ? null : Words.of(majority),
                    votes.score(),
                    votes.isTied() ? 1 : 0);
            if (Double.isNaN(valence.mean()) || Double.isNaN(arousal.mean())) {
                continue;
            }
            String colour = majority == null ? Ink.AXIS : Ink.of(majority);
            svg.ellipse(
                    panel.x().place(arousal.mean()),
                    panel.y().place(valence.mean()),
                    radius(arousal, panel.x()),
                    radius(valence, panel.y()),
                    "fill",
                    colour,
                    "stroke",
                    colour,
                    "data-image",
                    String.valueOf(item.index()),
                    "data-place",
                    String.valueOf(item.position()),
                    "data-name",
                    item.filename());
            drawn++;
        }
        svg.endGroup();
        if (drawn == 0) {
            return Picture.nothing(this, view, table, "Nobody has answered yet.");
        }
        legend(svg, expressions);
        view.sign(svg, HEIGHT);
        return new Picture(svg.end(), table);
    }

    /** Of what has no spread, or one answer alone, a dot is left to be seen. */
    private static double radius(Moments moments, Scale scale) {
        double se = Double.isNaN(moments.standardError()) ? 0 : moments.standardError();
        return Math.max(LEAST, Math.abs(scale.place(se) - scale.place(0)));
    }

    private static void legend(Svg svg, List<ImageVotes> votes) {
        svg.text(584, 52, "Majority vote", "font-weight", "bold");
        for (Expression expression : Expression.all()) {
            double y = 76 + expression.code() * 22;
            long images = votes.stream()
                    .filter(image -> image.majority().orElse(-1) == expression.code())
                    .count();
            svg.circle(590, y - 4, 5, "fill", Ink.of(expression), "fill-opacity", 0.6, "stroke", Ink.of(expression));
            svg.text(602, y, Words.of(expression));
            svg.text(706, y, Scale.words(images), "text-anchor", "end", "fill", Ink.MUTED);
        }
    }
}
