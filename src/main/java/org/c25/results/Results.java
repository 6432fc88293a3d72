package org.c25.results;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.c25.affect.Dimension;
import org.c25.agreement.AgreementStatistics;
import org.c25.agreement.Bootstrap;
import org.c25.agreement.DawidSkene;
import org.c25.agreement.Growth;
import org.c25.agreement.ImageVotes;
import org.c25.agreement.RaterFigures;
import org.c25.common.Problem;
import org.c25.ratings.Ratings;
import org.c25.sets.SetView;
import org.jspecify.annotations.Nullable;

/**
 * What was answered in a set, as far as a selection looks at it, and what can be computed from that. Each figure is computed
 * when it is first asked for, once.
 */
public final class Results {

    /** Of whatever is drawn at random: the same answers give the same figures. */
    public static final long SEED = 25;

    private static final int RESAMPLES = 200;

    private final SetView set;
    private final Selection selection;
    private final Ratings ratings;
    private final int[] images;
    private final byte[] affectNet;
    private final Once<AgreementStatistics> statistics;
    private final Once<RaterFigures> raterFigures;
    private final Once<DawidSkene> dawidSkene;
    private final Once<Bootstrap> bootstrap;
    private final Once<Growth> growth;

    private Results(SetView set, Selection selection, Ratings ratings, int[] images, byte[] affectNet) {
        this.set = set;
        this.selection = selection;
        this.ratings = ratings;
        this.images = images;
        this.affectNet = affectNet;
        this.statistics = new Once<>(() -> AgreementStatistics.of(ratings));
        this.raterFigures = new Once<>(() -> RaterFigures.of(ratings));
        this.dawidSkene = new Once<>(() -> DawidSkene.of(ratings));
        this.bootstrap =
                new Once<>(() -> Bootstrap.of(ratings, Bootstrap.draws(images.length, ratings.participants()), SEED));
        this.growth = new Once<>(() -> Growth.of(ratings, SEED, RESAMPLES));
    }

    /**
     * @param all the whole set
     * @param affectNet AffectNet's class of each image as a C25 code, −1 where there is none of the eight
     * @throws Problem 422 if the selection leaves out a slot that the set doesn't have
     */
    static Results of(SetView set, Selection selection, Ratings all, byte[] affectNet) {
        if (!selection.out().isEmpty()
                && (selection.out().first() < 0 || selection.out().last() >= set.capacity())) {
            throw Problem.invalid("out", "is a slot of the set, 0 to " + (set.capacity() - 1));
        }
        Set<Integer> out = new TreeSet<>(selection.out());
        if (selection.completeOnly()) {
            IntStream.range(0, all.slots())
                    .filter(slot -> !all.isComplete(slot))
                    .forEach(out::add);
        }
        Ratings left = out.isEmpty() ? all : all.without(out);
        int[] images = images(selection.images(), left, affectNet);
        byte[] classes = new byte[images.length];
        for (int i = 0; i < images.length; i++) {
            classes[i] = affectNet[images[i]];
        }
        return new Results(set, selection, images.length == all.images() ? left : left.only(images), images, classes);
    }

    private static int[] images(@Nullable ImageClass wanted, Ratings ratings, byte[] affectNet) {
        IntStream all = IntStream.range(0, ratings.images());
        if (wanted == null) {
            return all.toArray();
        }
        int code = wanted.expression().code();
        if (wanted.source() == ImageClass.Source.AFFECTNET) {
            return all.filter(image -> affectNet[image] == code).toArray();
        }
        List<ImageVotes> votes = ImageVotes.of(ratings, Dimension.EXPRESSION);
        return all.filter(image -> votes.get(image).majority().orElse(-1) == code)
                .toArray();
    }

    public SetView set() {
        return set;
    }

    public Selection selection() {
        return selection;
    }

    /** The answers that are looked at. Slots keep their numbers; images are those of {@link #position}. */
    public Ratings ratings() {
        return ratings;
    }

    /** Where an image of {@link #ratings} stands in the set, from 0. */
    public int position(int image) {
        return images[image];
    }

    /** AffectNet's class of an image of {@link #ratings} as a C25 code (0 … 7); −1 where there is none of the eight. */
    public int affectNet(int image) {
        return affectNet[image];
    }

    /** Who is looked at: the slots with at least one answer. */
    public List<Integer> raters() {
        return IntStream.range(0, ratings.slots())
                .filter(ratings::hasAnswers)
                .boxed()
                .toList();
    }

    public AgreementStatistics statistics() {
        return statistics.get();
    }

    public RaterFigures raterFigures() {
        return raterFigures.get();
    }

    /** Of the expressions. */
    public DawidSkene dawidSkene() {
        return dawidSkene.get();
    }

    /** Intervals for the figures that have none of their own; takes a second for a usual set. */
    public Bootstrap bootstrap() {
        return bootstrap.get();
    }

    /** What fewer participants would have said; takes seconds. */
    public Growth growth() {
        return growth.get();
    }

    /** Computes a figure at the first call; who asks meanwhile waits for it. */
    static final class Once<T> {

        private final Supplier<T> how;
        private @Nullable T figure;

        Once(Supplier<T> how) {
            this.how = how;
        }

        synchronized T get() {
            T known = figure;
            if (known == null) {
                known = how.get();
                figure = known;
            }
            return known;
        }
    }
}
