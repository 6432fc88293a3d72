package org.c25.demonstration;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.c25.affect.Expression;
import org.c25.affect.Rating;
import org.c25.affect.Step;
import org.c25.annotation.NewAnnotation;
import org.c25.annotation.Paradata;
import org.c25.sets.Item;

/**
 * An invented rater: what they answer to each face, how long it takes them, and at which device. All of it follows from
 * a seed and the order in which they see the faces.
 */
final class InventedRater {

    /** How somebody goes about it. */
    enum Manner {
        CAREFUL,
        /** Gives one and the same answer to every face, as quickly as the page lets them. */
        ALWAYS_THE_SAME,
        /** Hardly looks, and clicks anywhere. */
        BY_CHANCE
    }

    private static final Rating THE_SAME = new Rating(Expression.NEUTRAL, new Step(5), new Step(5));

    /** The share of the faces shown twice of which somebody careful says the same again without another look. */
    private static final double REMEMBERED = 0.7;

    private static final List<Device> DEVICES = List.of(
            new Device("mouse", 1440, 780),
            new Device("touch", 390, 664),
            new Device("keyboard", 1366, 650),
            new Device("touch", 820, 1106));

    private final Manner manner;
    private final Random random;
    private final double slowness;
    private final double leaning;
    private final Device device;
    private final Map<Long, Rating> given = new HashMap<>();

    InventedRater(Manner manner, long seed) {
        this.manner = manner;
        this.random = new Random(seed);
        this.slowness = 0.8 + 0.5 * random.nextDouble();
        this.leaning = 0.2 * random.nextDouble() - 0.1;
        this.device = DEVICES.get(random.nextInt(DEVICES.size()));
    }

    /** Returns the answer to the trial at a position. The trials are to be asked for in their order. */
    NewAnnotation answer(Item item, int position) {
        Rating rating = rating(item);
        given.put(item.id(), rating);
        return new NewAnnotation(UUID.randomUUID(), rating, paradata(millis(position)), null);
    }

    private Rating rating(Item item) {
        return switch (manner) {
            case ALWAYS_THE_SAME -> THE_SAME;
            case BY_CHANCE -> new Rating(Expression.all().get(random.nextInt(8)), anyStep(), anyStep());
            case CAREFUL -> {
                Rating before = given.get(item.id());
                yield before != null && random.nextDouble() < REMEMBERED ? before : seen(item);
            }
        };
    }

    private Step anyStep() {
        return new Step(Step.LEAST + random.nextInt(Step.GREATEST));
    }

    private Rating seen(Item item) {
        InventedLook look = InventedLook.at(item, leaning, random);
        return new Rating(look.expression(), step(look.valence()), step(look.arousal()));
    }

    private static Step step(double value) {
        long nearest = Math.round(Step.MIDDLE + 4 * value);
        return new Step((int) Math.max(Step.LEAST, Math.min(Step.GREATEST, nearest)));
    }

    /** Somebody careful gets quicker over the first faces; times scatter as in papers, with a long tail. */
    private long millis(int position) {
        return switch (manner) {
            case ALWAYS_THE_SAME -> 600 + random.nextInt(500);
            case BY_CHANCE -> 1800 + random.nextInt(1500);
            case CAREFUL ->
                Math.round(4200
                        * slowness
                        * (1 + 0.8 * StrictMath.exp(-position / 8.0))
                        * StrictMath.exp(0.3 * random.nextGaussian()));
        };
    }

    private Paradata paradata(long millis) {
        return new Paradata(
                millis,
                millis * 45 / 100,
                millis * 70 / 100,
                millis * 93 / 100,
                0L,
                manner == Manner.CAREFUL && random.nextDouble() < 0.12 ? 1 : 0,
                device.input(),
                device.width(),
                device.height(),
                false);
    }

    private record Device(String input, int width, int height) {}
}
