package org.c25.trainer.saved;

import ai.djl.ndarray.NDArray;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.c25.trainer.SafeTensors;
import org.c25.trainer.Sha256;
import org.c25.trainer.WholeFile;
import org.c25.trainer.answers.Expressions;
import org.c25.trainer.learning.Learner;
import org.c25.trainer.learning.Settings;
import org.c25.trainer.network.Architecture;
import org.c25.trainer.network.ScriptBlock;
import org.c25.trainer.pictures.Preprocessing;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes the folder of one network: weights, the TorchScript file where there is one, {@code predictions.csv}, the card for
 * people ({@code model-card.md}), and, last of all, the card for programs, {@code model.json}. A folder with a card is whole.
 */
public final class ModelFolder {

    private static final String SECONDS = "seconds.txt";

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final Path folder;

    public ModelFolder(Path folder) {
        this.folder = folder;
    }

    public boolean isWhole() {
        return Files.isRegularFile(folder.resolve(SavedModel.CARD));
    }

    public Path path() {
        return folder;
    }

    /** Writes the weights of the network and of its crowd layers. */
    public void weights(Learner learner) {
        Architecture architecture = learner.settings().architecture();
        Map<String, NDArray> arrays = new LinkedHashMap<>();
        learner.network().parameters().forEach((name, parameter) -> {
            if (!name.startsWith("features/") || !architecture.kind().isFile()) {
                arrays.put(name, parameter.getArray());
            }
        });
        learner.layerParameters().forEach((name, parameter) -> arrays.put(name, parameter.getArray()));
        SafeTensors.write(folder.resolve(SavedModel.WEIGHTS), arrays);
        if (architecture.kind().isFile()) {
            WholeFile.write(folder.resolve(SavedModel.FEATURES), script(learner, architecture));
        }
    }

    private static byte[] script(Learner learner, Architecture architecture) {
        try {
            if (learner.network().features() instanceof ScriptBlock tuned) {
                ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                tuned.write(bytes);
                return bytes.toByteArray();
            }
            return Files.readAllBytes(Objects.requireNonNull(architecture.file()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes the card, for people and for programs, and with it says that all is there. */
    public void card(Map<String, Object> card) {
        WholeFile.write(folder.resolve("model-card.md"), CardText.of(card).getBytes(StandardCharsets.UTF_8));
        WholeFile.write(folder.resolve(SavedModel.CARD), bytes(card));
    }

    private static byte[] bytes(Map<String, Object> card) {
        return (JSON.writeValueAsString(card).replace("\r\n", "\n") + "\n").getBytes(StandardCharsets.UTF_8);
    }

    /** Returns what the card says of the network and of how it learned. */
    public static Map<String, Object> card(
            Learner learner, int features, List<Path> inputs, Map<String, Object> split) {
        Map<String, Object> card = card(learner.settings(), inputs, split);
        fields(card, "architecture").put("parameters", learner.network().numbers());
        fields(card, "architecture").put("features", features);
        fields(card, "training").put("losses", learner.losses());
        card.put("versions", Versions.all());
        return card;
    }

    /**
     * Returns as much of the card as is known before anything was learned. Two networks of which this is the same are the same
     * on the same machine.
     */
    public static Map<String, Object> card(Settings settings, List<Path> inputs, Map<String, Object> split) {
        Map<String, Object> card = new LinkedHashMap<>();
        card.put("format", "c25-model");
        card.put("formatVersion", 1);
        card.put("name", settings.architecture().title() + "-" + settings.name());
        card.put("architecture", architecture(settings.architecture()));
        card.put("preprocessing", preprocessing(settings.preprocessing()));
        card.put(
                "classes",
                IntStream.range(0, settings.target().hasExpression() ? Expressions.COUNT : 0)
                        .boxed()
                        .toList());
        card.put("target", settings.target().key());
        card.put("training", training(settings));
        card.put("seeds", List.of(settings.seed()));
        card.put("threads", settings.threads());
        card.put("inputs", inputs(inputs));
        card.put("split", split);
        return card;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> fields(Map<String, Object> card, String name) {
        return (Map<String, Object>) Objects.requireNonNull(card.get(name));
    }

    private static Map<String, Object> architecture(Architecture architecture) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("name", architecture.title());
        fields.put("kind", architecture.kind().key());
        if (architecture.kind().isFile()) {
            fields.put("outputs", architecture.outputs());
        }
        return fields;
    }

    private static Map<String, Object> preprocessing(Preprocessing preprocessing) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("width", preprocessing.width());
        fields.put("height", preprocessing.height());
        fields.put("channels", preprocessing.colours().name());
        fields.put("mean", preprocessing.mean());
        fields.put("std", preprocessing.std());
        fields.put("resize", preprocessing.resize().word());
        fields.put("crop", "none");
        return fields;
    }

    private static Map<String, Object> training(Settings settings) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("method", settings.method());
        fields.put("labelsAs", settings.source().labelsAs().key());
        if (settings.source().isCrowd()) {
            Map<String, String> crowd = new LinkedHashMap<>();
            settings.source().crowd().forEach((scale, kind) -> crowd.put(scale ? "scales" : "expression", kind.key()));
            fields.put("crowd", crowd);
            fields.put("warmUp", settings.source().warmUp());
            fields.put("crowdRate", settings.source().crowdRate());
        }
        fields.put("epochs", settings.steps().epochs());
        fields.put("batch", settings.steps().batch());
        fields.put("rate", settings.steps().rate());
        return fields;
    }

    /** Writes how long the learning took; beside the card, which is the same each time. */
    public void seconds(double seconds) {
        byte[] text = String.format(Locale.ROOT, "%.1f%n", seconds).getBytes(StandardCharsets.UTF_8);
        WholeFile.write(folder.resolve(SECONDS), text);
    }

    /** Returns how long the learning took, in seconds; NaN where nobody has noted it. */
    public double seconds() {
        try {
            return Double.parseDouble(Files.readString(folder.resolve(SECONDS)).strip());
        } catch (IOException | NumberFormatException e) {
            return Double.NaN;
        }
    }

    /** Returns the files that were read, with their hashes, as the card has them. */
    public static List<Map<String, Object>> inputs(List<Path> files) {
        return files.stream().map(ModelFolder::hashed).toList();
    }

    private static Map<String, Object> hashed(Path file) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("file", String.valueOf(file.getFileName()));
        fields.put("sha256", Sha256.of(file));
        return fields;
    }

    /** Writes what the network says, in the form that the Models page takes, and returns its line of the card. */
    public Map<String, Object> predictions(byte[] csv) {
        Path file = folder.resolve("predictions.csv");
        WholeFile.write(file, csv);
        return hashed(file);
    }
}
