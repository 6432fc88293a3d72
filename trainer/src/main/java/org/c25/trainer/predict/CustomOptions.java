package org.c25.trainer.predict;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.c25.trainer.Commands;
import org.c25.trainer.Problem;
import org.c25.trainer.answers.Expressions;
import org.c25.trainer.pictures.Preprocessing;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What a network takes and gives, by options: the preset {@code custom}. */
final class CustomOptions {

    @Mixin
    private PictureOptions pictures = new PictureOptions();

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

    /** Returns the name of the preset; {@code null} if none was given. */
    @Nullable
    String preset() {
        return pictures.preset();
    }

    /** @throws Problem if one of them was given beside the preset, with what to do */
    void refuseBeside(String preset) {
        if (pictures.areGiven()
                || Stream.of(classes, expression, scores, valence, arousal, range)
                        .anyMatch(Objects::nonNull)) {
            throw new Problem("The preset " + preset + " states what its network takes and gives: "
                    + PictureOptions.NAMES + ", --classes, --expression, --scores, --valence, --arousal and --range go"
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
        List<Double> bounds = range == null ? List.of(-1.0, 1.0) : PictureOptions.numbers("--range", range, 2);
        if (bounds.get(0).equals(bounds.get(1))) {
            throw new Problem("--range has two different numbers, not " + range + ".");
        }
        Readout readout = new Readout(
                classes == null ? List.of() : codes(classes),
                classes == null ? null : Place.parse(expression == null ? "0" : expression),
                0,
                scores != null && Commands.oneOfThose("--scores", scores, Scores.values()) == Scores.PROBABILITIES,
                valence == null ? null : Place.parse(valence),
                arousal == null ? null : Place.parse(arousal),
                bounds.get(0),
                bounds.get(1));
        Preprocessing preprocessing = pictures.custom(stated);
        return new Preset(
                Presets.CUSTOM, weights, "not known", preprocessing, preprocessing.resize(), readout, "not stated");
    }

    private enum Scores {
        LOGITS,
        PROBABILITIES
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
}
