package org.c25.figures;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.c25.affect.Dimension;
import org.c25.affect.Expression;
import org.c25.agreement.ImageVotes;
import org.c25.ratings.Ratings;
import org.c25.sets.Item;
import org.c25.sets.Sets;
import org.jspecify.annotations.Nullable;

/**
 * The figure of where the images lie by valence and arousal: one ellipse per image; its half axes are the standard
 * errors of the two means.
 *
 * <p>J. A. Russell, A circumplex model of affect, Journal of Personality and Social Psychology 39(6), 1980, 1161–1178.
 */
class Circumplex implements Figure {

    private static final double LEFT = 66;
    private static final double TOP = 40;

    /** The room for the legend at the right, and for the axis at the left. */
    private static final int BESIDE = 220;

    /**
     * The most ellipses that are drawn: a machine can still tell so many apart, if nobody else. If there are more
     * images, some are drawn, evenly over the set.
     */
    private static final int MOST = 20_000;

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
        return "One ellipse an image, at its mean valence and mean arousal; it reaches one standard error to each side. The colour is "
                + "the expression with the most votes.";
    }

    /** An image among the others. */
    private record Spot(Item item, MeanAndSpread valence, MeanAndSpread arousal, ImageVotes votes) {

        boolean isPlaced() {
            return valence.answers() > 0 && arousal.answers() > 0;
        }

        @Nullable
        Expression majority() {
            return votes.majority().isPresent()
                    ? Expression.all().get(votes.majority().getAsInt())
                    : null;
        }

        MeanAndSpread of(Dimension dimension) {
            return dimension == Dimension.VALENCE ? valence : arousal;
        }

        double area(PlotPanel panel, FigureLook look) {
            return CircumplexPlane.radius(of(look.x()), panel.x()) * CircumplexPlane.radius(of(look.y()), panel.y());
        }

        Spot row(FigureTable table) {
            Expression majority = majority();
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
                    majority == null ? null : FigureText.of(majority),
                    votes.score(),
                    votes.isTied() ? 1 : 0);
            return this;
        }

        /** Draws the ellipse with names that the page's script reads to show the face. */
        void draw(Svg svg, PlotPanel panel, FigureLook look) {
            Expression majority = majority();
            String colour = majority == null ? Palette.AXIS : Palette.of(majority);
            svg.ellipse(
                    panel.x().place(of(look.x()).mean()),
                    panel.y().place(of(look.y()).mean()),
                    CircumplexPlane.radius(of(look.x()), panel.x()),
                    CircumplexPlane.radius(of(look.y()), panel.y()),
                    "fill",
                    colour,
                    "stroke",
                    colour,
                    "data-image",
                    "" + item.index(),
                    "data-place",
                    "" + item.position(),
                    "data-name",
                    item.filename());
        }
    }

    @Override
    public DrawnFigure of(SelectedSet view, FigureLook look) {
        FigureTable table = new FigureTable(
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
        List<Spot> spots = spots(view);
        spots.forEach(spot -> spot.row(table));
        int every = 1 + (spots.size() - 1) / MOST;
        List<Spot> placed = new ArrayList<>(spots.stream()
                .filter(spot -> spot.isPlaced() && spot.item().position() % every == 0)
                .toList());
        if (placed.isEmpty()) {
            return DrawnFigure.nothing(this, view, look, table, "Nobody has answered yet.");
        }
        int side = look.width() - BESIDE;
        int height = side + 120;
        Svg svg = new Svg(look, height, title());
        PlotPanel panel = CircumplexPlane.draw(svg, look, LEFT, TOP, side);
        // The large ones come first, so that they hide no small one.
        placed.sort(Comparator.comparingDouble((Spot spot) -> -spot.area(panel, look))
                .thenComparingInt(spot -> spot.item().position()));
        svg.group("fill-opacity", 0.25, "stroke-opacity", 0.85, "stroke-width", 0.6);
        placed.forEach(spot -> spot.draw(svg, panel, look));
        svg.endGroup();
        legend(svg, spots);
        if (every > 1) {
            svg.text(
                    legendAt(svg), 270, "One image in " + every + " is drawn.", "fill", Palette.MUTED, "font-size", 11);
        }
        view.sign(svg, height);
        return new DrawnFigure(svg.end(), table);
    }

    private List<Spot> spots(SelectedSet view) {
        Ratings ratings = view.results().ratings();
        List<Item> items = sets.items(view.set().id());
        List<ImageVotes> expressions = ImageVotes.of(ratings, Dimension.EXPRESSION);
        List<ImageVotes> valences = ImageVotes.of(ratings, Dimension.VALENCE);
        List<ImageVotes> arousals = ImageVotes.of(ratings, Dimension.AROUSAL);
        List<Spot> spots = new ArrayList<>();
        for (int image = 0; image < ratings.images(); image++) {
            spots.add(new Spot(
                    items.get(view.results().position(image)),
                    MeanAndSpread.of(valences.get(image)),
                    MeanAndSpread.of(arousals.get(image)),
                    expressions.get(image)));
        }
        return spots;
    }

    private static void legend(Svg svg, List<Spot> spots) {
        double x = legendAt(svg);
        svg.text(x, 52, "Majority vote", "font-weight", "bold");
        for (Expression expression : Expression.all()) {
            double y = 76 + expression.code() * 22;
            String colour = Palette.of(expression);
            long images =
                    spots.stream().filter(spot -> spot.majority() == expression).count();
            svg.circle(x + 6, y - 4, 5, "fill", colour, "fill-opacity", 0.6, "stroke", colour);
            svg.text(x + 18, y, FigureText.of(expression));
            svg.text(x + 122, y, AxisScale.words(images), "text-anchor", "end", "fill", Palette.MUTED);
        }
    }

    private static double legendAt(Svg svg) {
        return svg.width() - 136;
    }
}
