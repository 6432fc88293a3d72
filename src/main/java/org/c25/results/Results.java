package org.c25.results;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.c25.affect.Dimension;
import org.c25.agreement.AgreementStatistics;
import org.c25.agreement.Bootstrap;
import org.c25.agreement.Growth;
import org.c25.agreement.ImageVotes;
import org.c25.agreement.RaterFigures;
import org.c25.common.Problem;
import org.c25.crowd.DawidSkene;
import org.c25.ratings.Fingerprint;
import org.c25.ratings.Ratings;
import org.c25.sets.SetView;
import org.jspecify.annotations.Nullable;

/**
 * The selected answers of a set, and the figures that are computed from them. Each figure is computed once, when it is
 * first asked for.
 */
public final class Results {

    /** The seed of all random draws: the same answers give the same figures. */
    public static final long SEED = 25;

    private static final int RESAMPLES = 200;

    private final SetView set;
    private final Selection selection;
    private final Fingerprint fingerprint;
    private final Ratings ratings;
    private final int[] images;
    private final byte[] affectNet;
    private final Once<AgreementStatistics> statistics;
    private final Once<RaterFigures> raterFigures;
    private final Once<DawidSkene> dawidSkene;
    private final Once<Bootstrap> bootstrap;
    private final Once<Growth> growth;

    private Results(
            SetView set,
            Selection selection,
            Fingerprint fingerprint,
            Ratings ratings,
            int[] images,
            byte[] affectNet) {
        this.set = set;
        this.selection = selection;
        this.fingerprint = fingerprint;
        this.ratings = ratings;
        this.images = images;
        this.affectNet = affectNet;
        this.statistics = new Once<>(() -> AgreementStatistics.of(ratings));
        this.raterFigures = new Once<>(() -> RaterFigures.of(people()));
        this.dawidSkene = new Once<>(() -> DawidSkene.of(people()));
        this.bootstrap =
                new Once<>(() -> Bootstrap.of(ratings, Bootstrap.draws(images.length, ratings.participants()), SEED));
        this.growth = new Once<>(() -> Growth.of(ratings, SEED, RESAMPLES));
    }

    /**
     * Returns the results of a selection.
     *
     * @param fingerprint of all
     * @param all the answers of the whole set
     * @param affectNet AffectNet's class of each image as a C25 code, −1 if it is none of the eight
     * @throws Problem 422 if the selection leaves out a slot that the set doesn't have; 409 if it leaves out people who are
     *     too many to be looked at one by one
     */
    static Results of(SetView set, Selection selection, Fingerprint fingerprint, Ratings all, byte[] affectNet) {
        if (!selection.out().isEmpty()
                && (selection.out().first() < 0 || selection.out().last() >= set.capacity())) {
            throw Problem.invalid("out", "is a slot of the set, 0 to " + (set.capacity() - 1));
        }
        if (!all.isByPerson() && (!selection.out().isEmpty() || selection.completeOnly())) {
            throw tooManyPeople();
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
        return new Results(
                set, selection, fingerprint, images.length == all.images() ? left : left.only(images), images, classes);
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

    private static Problem tooManyPeople() {
        return Problem.conflict(
                "So many participants share the images of this set that they are not looked at one by one."
                        + " What they say of the images is in the results of all of them.");
    }

    /** Returns the answers of those who are looked at one by one: nobody's if there are too many people for that. */
    private Ratings people() {
        return ratings.isByPerson()
                ? ratings
                : ratings.without(IntStream.range(0, ratings.slots()).boxed().collect(Collectors.toSet()));
    }

    /** Whether people are looked at one by one: not if too many of them share the images. */
    public boolean comparePeople() {
        return ratings.isByPerson();
    }

    /**
     * Returns these results, for figures that compare people.
     *
     * @throws Problem 409 if there are too many people to be looked at one by one
     */
    public Results requirePeople() {
        if (!comparePeople()) {
            throw tooManyPeople();
        }
        return this;
    }

    public SetView set() {
        return set;
    }

    public Selection selection() {
        return selection;
    }

    /** Returns whose answers there were, and how many, of the whole set. */
    public Fingerprint fingerprint() {
        return fingerprint;
    }

    /** Returns the selected answers. Slots keep their numbers; images are numbered as for {@link #position}. */
    public Ratings ratings() {
        return ratings;
    }

    /** Returns the position in the set, from 0, of an image of {@link #ratings}. */
    public int position(int image) {
        return images[image];
    }

    /**
     * Returns AffectNet's class of an image of {@link #ratings} as a C25 code (0 … 7); −1 if it is none of the eight.
     */
    public int affectNet(int image) {
        return affectNet[image];
    }

    /**
     * Returns the selected participants: the slots with at least one answer; none if there are too many people to be looked
     * at one by one.
     */
    public List<Integer> raters() {
        return IntStream.range(0, ratings.slots())
                .filter(slot -> ratings.isByPerson() && ratings.hasAnswers(slot))
                .boxed()
                .toList();
    }

    public AgreementStatistics statistics() {
        return statistics.get();
    }

    public RaterFigures raterFigures() {
        return raterFigures.get();
    }

    /** Returns Dawid and Skene's estimate for the expressions. */
    public DawidSkene dawidSkene() {
        return dawidSkene.get();
    }

    /** Returns intervals for the figures that have none of their own; takes a second for a usual set. */
    public Bootstrap bootstrap() {
        return bootstrap.get();
    }

    /** Returns what fewer participants would have said; takes seconds. */
    public Growth growth() {
        return growth.get();
    }

    /** Computes a figure at the first call; callers who ask meanwhile wait for it. */
    public static final class Once<T> {

        private final Supplier<T> how;
        private @Nullable T figure;

        public Once(Supplier<T> how) {
            this.how = how;
        }

        public synchronized T get() {
            T known = figure;
            if (known == null) {
                known = how.get();
                figure = known;
            }
            return known;
        }
    }
}
