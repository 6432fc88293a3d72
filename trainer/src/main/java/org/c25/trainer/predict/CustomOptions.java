package org.c25.trainer.predict;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import org.c25.trainer.Problem;
import org.c25.trainer.answers.Expressions;
import org.c25.trainer.pictures.ColourOrder;
import org.c25.trainer.pictures.Picture;
import org.c25.trainer.pictures.Preprocessing;
import org.c25.trainer.pictures.Resize;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What a network takes and gives, by options: the preset {@code custom}. */
final class CustomOptions {

    private static final List<Double> ZERO = List.of(0.0, 0.0, 0.0);
    private static final List<Double> ONE = List.of(1.0, 1.0, 1.0);

    @Option(
            names = "--size",
            paramLabel = "WxH",
            description = "custom: width and height, or one number for both; if" + " not given, what the file states")
    private @Nullable String size;

    @Option(
            names = "--resize",
            paramLabel = "opencv|pillow",
            description = "custom: how pictures get this size; opencv" + " (linear) unless said otherwise")
    private @Nullable String resize;

    @Option(
            names = "--colours",
            paramLabel = "rgb|bgr",
            description = "custom: order of the channels; rgb unless said" + " otherwise")
    private @Nullable String colours;

    @Option(
            names = "--mean",
            paramLabel = "A,B,C",
            description = "custom: taken off each channel, on 0 to 1; 0 unless" + " said otherwise")
    private @Nullable String mean;

    @Option(
            names = "--std",
            paramLabel = "A,B,C",
            description = "custom: each channel is divided by it then; 1 unless" + " said otherwise")
    private @Nullable String std;

    @Option(
            names = "--classes",
            paramLabel = "WORDS",
            description = "custom: the expressions in the order of the"
                    + " network's columns, such as neutral,happiness,sadness,surprise,fear,disgust,anger")
    private @Nullable String classes;

    @Option(
            names = "--expression",
            paramLabel = "OUTPUT[:COLUMN]",
            description = "custom: the output with the classes," + " by name or number from 0; 0 unless said otherwise")
    private @Nullable String expression;

    @Option(
            names = "--scores",
            paramLabel = "logits|probabilities",
            description = "custom: what the classes' columns" + " hold; logits unless said otherwise")
    private @Nullable String scores;

    @Option(names = "--valence", paramLabel = "OUTPUT[:COLUMN]", description = "custom: the output with the valence")
    private @Nullable String valence;

    @Option(names = "--arousal", paramLabel = "OUTPUT[:COLUMN]", description = "custom: the output with the arousal")
    private @Nullable String arousal;

    @Option(
            names = "--range",
            paramLabel = "LOW,HIGH",
            description = "custom: what the network gives for -1 and for 1"
                    + " in valence and arousal; -1,1 unless said otherwise")
    private @Nullable String range;

    /** @throws Problem if one of them was given, with what to do */
    void refuseBeside(String preset) {
        if (Arrays.asList(size, resize, colours, mean, std, classes, expression, scores, valence, arousal, range)
                .stream()
                .anyMatch(option -> option != null)) {
            throw new Problem("The preset " + preset + " states what its network takes and gives: --size, --resize,"
                    + " --colours, --mean, --std, --classes, --expression, --scores, --valence, --arousal and --range go"
                    + " with --preset custom alone.");
        }
    }

    /**
     * Returns what the options state.
     *
     * @param stated what the network's file states
     * @throws Problem if an option is missing or is none
     */
    Preset preset(String weights, Net.Input stated) {
        if (classes == null && valence == null && arousal == null) {
            throw new Problem("--preset custom needs --classes, --valence or --arousal: what does the network say?");
        }
        Resize way = oneOf("--resize", resize, Resize.values());
        List<Double> bounds = range == null ? List.of(-1.0, 1.0) : numbers("--range", range, 2);
        if (bounds.get(0).equals(bounds.get(1))) {
            throw new Problem("--range has two different numbers, not " + range + ".");
        }
        Readout readout = new Readout(
                classes == null ? List.of() : codes(classes),
                classes == null ? null : Place.parse(expression == null ? "0" : expression),
                0,
                oneOf("--scores", scores, Scores.values()) == Scores.PROBABILITIES,
                valence == null ? null : Place.parse(valence),
                arousal == null ? null : Place.parse(arousal),
                bounds.get(0),
                bounds.get(1));
        return new Preset(Presets.CUSTOM, weights, "not known", preprocessing(way, stated), way, readout, "not stated");
    }

    private enum Scores {
        LOGITS,
        PROBABILITIES
    }

    private Preprocessing preprocessing(Resize way, Net.Input stated) {
        int[] sides = sides(stated);
        try {
            return new Preprocessing(
                    sides[0],
                    sides[1],
                    way,
                    oneOf("--colours", colours, ColourOrder.values()),
                    mean == null ? ZERO : numbers("--mean", mean, Picture.CHANNELS),
                    std == null ? ONE : numbers("--std", std, Picture.CHANNELS));
        } catch (IllegalArgumentException e) {
            throw new Problem("That can't be: " + e.getMessage() + ".");
        }
    }

    private int[] sides(Net.Input stated) {
        if (size == null) {
            if (stated.width() == Net.ANY || stated.height() == Net.ANY) {
                throw new Problem("The file doesn't state the size of its pictures: say it by --size.");
            }
            return new int[] {stated.width(), stated.height()};
        }
        if (!size.matches("\\d{1,4}(x\\d{1,4})?")) {
            throw new Problem("--size is a number of pixels, such as 224, or two, such as 224x192, not " + size + ".");
        }
        String[] both = size.split("x");
        return new int[] {Integer.parseInt(both[0]), Integer.parseInt(both[both.length - 1])};
    }

    private static List<Integer> codes(String words) {
        List<Integer> codes = Arrays.stream(words.split(",", -1))
                .map(word -> Expressions.NAMES.indexOf(word.strip().toLowerCase(Locale.ROOT)))
                .toList();
        if (codes.contains(-1) || codes.size() != new HashSet<>(codes).size() || codes.size() < 2) {
            throw new Problem("--classes has two to eight of " + String.join(", ", Expressions.NAMES)
                    + ", each once, with commas between, not " + words + ".");
        }
        return codes;
    }

    private static List<Double> numbers(String option, String text, int count) {
        try {
            List<Double> numbers = Arrays.stream(text.split(",", -1))
                    .map(one -> Double.valueOf(one.strip()))
                    .toList();
            if (numbers.size() == count && numbers.stream().allMatch(Double::isFinite)) {
                return numbers;
            }
        } catch (NumberFormatException e) {
            // A text that is no number gets the problem below, as another count does.
        }
        throw new Problem(option + " has " + count + " numbers with commas between, not " + text + ".");
    }

    private static <T extends Enum<T>> T oneOf(String option, @Nullable String text, T[] all) {
        if (text == null) {
            return all[0];
        }
        return Arrays.stream(all)
                .filter(one -> one.name().equalsIgnoreCase(text))
                .findFirst()
                .orElseThrow(() -> new Problem(option + " is one of "
                        + String.join(
                                ", ",
                                Arrays.stream(all)
                                        .map(one -> one.name().toLowerCase(Locale.ROOT))
                                        .toList())
                        + ", not " + text + "."));
    }
}
