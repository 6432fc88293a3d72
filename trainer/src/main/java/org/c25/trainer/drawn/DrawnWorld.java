package org.c25.trainer.drawn;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import org.c25.trainer.answers.Answers;
import org.c25.trainer.answers.Dimension;
import org.c25.trainer.answers.Expressions;
import org.c25.trainer.pictures.Picture;

/**
 * Drawn faces whose expression, valence and arousal are known, and 25 raters' answers to them. The same seed gives the
 * same world.
 *
 * @param pictures the faces
 * @param persons whose face each is; five faces a person
 * @param truth of each image, by dimension
 * @param raters who answered: 8 good ones, 8 careless ones, 9 who share a bias
 * @param answers their answers; each image has so many of them
 */
public record DrawnWorld(
        List<Picture> pictures,
        List<String> persons,
        Map<Dimension, float[]> truth,
        List<SimulatedRater> raters,
        Answers answers) {

    /** How many raters there are. */
    public static final int RATERS = 25;

    private static final int FACES_EACH = 5;

    /** Where each expression lies on the two scales, by C25 code: valence, arousal. */
    private static final double[][] PLACES = {
        {0.8, 0.3}, {-0.7, -0.4}, {0.2, 0.8}, {-0.6, 0.8}, {-0.7, 0.3}, {-0.6, 0.7}, {-0.4, 0}, {0, -0.1}
    };

    /**
     * @param side width and height of a picture in pixels
     * @param ratings how many of the 25 raters answer each image
     */
    public static DrawnWorld of(int images, int side, int ratings, long seed) {
        Random random = new Random(seed);
        List<Picture> pictures = new ArrayList<>();
        List<String> persons = new ArrayList<>();
        Map<Dimension, float[]> truth = new EnumMap<>(Dimension.class);
        for (Dimension dimension : Dimension.values()) {
            truth.put(dimension, new float[images]);
        }
        Sitter sitter = Sitter.of(random);
        for (int image = 0; image < images; image++) {
            if (image % FACES_EACH == 0) {
                sitter = Sitter.of(random);
            }
            int expression = random.nextInt(Expressions.COUNT);
            double strength = 0.3 + 0.9 * random.nextDouble();
            pictures.add(FaceDrawing.draw(sitter, Mien.of(expression, strength), side, random));
            persons.add(String.format(Locale.ROOT, "person%03d", image / FACES_EACH));
            Objects.requireNonNull(truth.get(Dimension.EXPRESSION))[image] = expression;
            Objects.requireNonNull(truth.get(Dimension.VALENCE))[image] =
                    (float) Math.max(-1, Math.min(1, PLACES[expression][0] * strength));
            Objects.requireNonNull(truth.get(Dimension.AROUSAL))[image] =
                    (float) Math.max(-1, Math.min(1, PLACES[expression][1] * strength));
        }
        List<SimulatedRater> raters = raters(random);
        return new DrawnWorld(pictures, persons, truth, raters, answers(truth, raters, ratings, random));
    }

    private static List<SimulatedRater> raters(Random random) {
        List<SimulatedRater> raters = new ArrayList<>();
        for (int i = 0; i < RATERS; i++) {
            raters.add(SimulatedRater.of(
                    i < 8
                            ? SimulatedRater.Kind.GOOD
                            : i < 16 ? SimulatedRater.Kind.CARELESS : SimulatedRater.Kind.BIASED,
                    random));
        }
        return raters;
    }

    private static Answers answers(
            Map<Dimension, float[]> truth, List<SimulatedRater> raters, int ratings, Random random) {
        int images = Objects.requireNonNull(truth.get(Dimension.EXPRESSION)).length;
        Map<Dimension, float[][]> values = new EnumMap<>(Dimension.class);
        for (Dimension dimension : Dimension.values()) {
            values.put(dimension, new float[images][raters.size()]);
        }
        for (int image = 0; image < images; image++) {
            List<Integer> order =
                    new ArrayList<>(IntStream.range(0, raters.size()).boxed().toList());
            Collections.shuffle(order, random);
            for (int at = 0; at < order.size(); at++) {
                SimulatedRater rater = raters.get(order.get(at));
                for (Dimension dimension : Dimension.values()) {
                    float true1 = Objects.requireNonNull(truth.get(dimension))[image];
                    Objects.requireNonNull(values.get(dimension))[image][order.get(at)] = at >= ratings
                            ? Float.NaN
                            : dimension.isScale()
                                    ? rater.answer((double) true1, random)
                                    : rater.answer((int) true1, random);
                }
            }
        }
        return new Answers(
                IntStream.range(0, images)
                        .mapToObj(image -> String.format(Locale.ROOT, "face%04d.png", image))
                        .toList(),
                IntStream.range(0, raters.size())
                        .mapToObj(rater -> "participant" + rater)
                        .toList(),
                values);
    }
}
