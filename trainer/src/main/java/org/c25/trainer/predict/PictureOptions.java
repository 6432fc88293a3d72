package org.c25.trainer.predict;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.c25.trainer.Commands;
import org.c25.trainer.Problem;
import org.c25.trainer.network.Architecture;
import org.c25.trainer.pictures.ColourOrder;
import org.c25.trainer.pictures.Picture;
import org.c25.trainer.pictures.Preprocessing;
import org.c25.trainer.pictures.Resize;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What becomes of pictures before a network sees them: by a preset, or by options. {@code bin/train} and {@code bin/predict} share them. */
public final class PictureOptions {

    /** Networks that begin from nothing take pictures of so many pixels at least. */
    public static final int LEAST = 16;

    /** The options that a preset states. */
    static final String NAMES = "--size, --resize, --colours, --mean, --std";

    private static final List<Double> ZERO = List.of(0.0, 0.0, 0.0);
    private static final List<Double> HALF = List.of(0.5, 0.5, 0.5);
    private static final List<Double> ONE = List.of(1.0, 1.0, 1.0);

    @Option(
            names = "--preset",
            paramLabel = "NAME",
            description =
                    "what the file takes and gives; custom to say it by options; bin/predict --presets lists them")
    private @Nullable String preset;

    @Option(
            names = "--size",
            paramLabel = "WxH",
            description =
                    "width and height in pixels, or one number for both; for custom, what the file states unless said"
                            + " otherwise")
    private @Nullable String size;

    @Option(
            names = "--resize",
            paramLabel = "opencv|pillow",
            description = "how pictures get this size; for custom, opencv (linear) unless said otherwise")
    private @Nullable String resize;

    @Option(
            names = "--colours",
            paramLabel = "rgb|bgr",
            description = "order of the channels; rgb unless said otherwise")
    private @Nullable String colours;

    @Option(
            names = "--mean",
            paramLabel = "A,B,C",
            description = "taken off each channel, on 0 to 1; for custom, 0 unless said otherwise")
    private @Nullable String mean;

    @Option(
            names = "--std",
            paramLabel = "A,B,C",
            description = "each channel is divided by it then; for custom, 1 unless said otherwise")
    private @Nullable String std;

    /** Returns the name of the preset; {@code null} if none was given. */
    @Nullable
    String preset() {
        return preset;
    }

    /** Whether one of the options beside the preset was given. */
    boolean areGiven() {
        return Stream.of(size, resize, colours, mean, std).anyMatch(Objects::nonNull);
    }

    /** Returns what becomes of drawn or other small pictures where nobody says: squares, −1 … 1. */
    public static Preprocessing own(int side) {
        return new Preprocessing(side, side, Resize.PILLOW, ColourOrder.RGB, HALF, HALF);
    }

    /**
     * Returns what becomes of pictures for a network that is to learn.
     *
     * @throws Problem if a file has no preset, or an option is missing or is none
     */
    public Preprocessing forTraining(Architecture architecture) {
        if (architecture.kind().isFile()) {
            return forFile(Objects.requireNonNull(architecture.file()).toString());
        }
        if (preset != null) {
            throw new Problem(
                    "--preset goes with a TorchScript file, and not with --model " + architecture.title() + ".");
        }
        Preprocessing usual = own(architecture.usualSize());
        Preprocessing own =
                over(architecture.kind() == Architecture.Kind.SMALL ? usual : usual.with(ImageNet.MEAN, ImageNet.STD));
        if (Math.min(own.width(), own.height()) < LEAST) {
            throw new Problem("--size is at least " + LEAST + ".");
        }
        return own;
    }

    private Preprocessing forFile(String file) {
        if (preset == null) {
            throw Presets.missing(file);
        }
        if (preset.equals(Presets.CUSTOM)) {
            return custom(Net.Input.UNSTATED);
        }
        Preset known = Presets.find(preset);
        if (areGiven()) {
            throw new Problem("The preset " + preset + " states what becomes of pictures: " + NAMES
                    + " go with --preset custom, or with no file, alone.");
        }
        return known.preprocessing(NetFile.TORCHSCRIPT);
    }

    /** Returns the outputs that the preset reads, by name or number; none where it is custom, or there is none. */
    public List<String> outputs() {
        return preset == null || preset.equals(Presets.CUSTOM)
                ? List.of()
                : Presets.find(preset).readout().outputs();
    }

    /**
     * Returns what the options state of a network of somebody else.
     *
     * @param stated what the network's file states
     */
    Preprocessing custom(Net.Input stated) {
        if (size == null && (stated.width() == Net.ANY || stated.height() == Net.ANY)) {
            throw new Problem("The file doesn't state the size of its pictures: say it by --size.");
        }
        return over(new Preprocessing(
                Math.max(1, stated.width()), Math.max(1, stated.height()), Resize.OPENCV, ColourOrder.RGB, ZERO, ONE));
    }

    private Preprocessing over(Preprocessing usual) {
        int[] sides = size == null ? new int[] {usual.width(), usual.height()} : sides(size);
        try {
            return new Preprocessing(
                    sides[0],
                    sides[1],
                    resize == null ? usual.resize() : Commands.oneOfThose("--resize", resize, Resize.values()),
                    colours == null ? usual.colours() : Commands.oneOfThose("--colours", colours, ColourOrder.values()),
                    mean == null ? usual.mean() : numbers("--mean", mean, Picture.CHANNELS),
                    std == null ? usual.std() : numbers("--std", std, Picture.CHANNELS));
        } catch (IllegalArgumentException e) {
            throw new Problem("That can't be: " + e.getMessage() + ".");
        }
    }

    private static int[] sides(String size) {
        if (!size.matches("\\d{1,4}(x\\d{1,4})?")) {
            throw new Problem("--size is a number of pixels, such as 224, or two, such as 224x192, not " + size + ".");
        }
        String[] both = size.split("x", -1);
        return new int[] {Integer.parseInt(both[0]), Integer.parseInt(both[both.length - 1])};
    }

    static List<Double> numbers(String option, String text, int count) {
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
}
