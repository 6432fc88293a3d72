package org.c25.trainer.predict;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.c25.trainer.Sha256;
import org.c25.trainer.pictures.Preprocessing;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The model card beside the predictions, {@code model.json}: which network it was, and how pictures were prepared for it. */
final class ModelCard {

    static final String FORMAT = "c25-model";
    static final int VERSION = 1;

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private ModelCard() {}

    /** Returns the card of a network of somebody else. */
    static Map<String, Object> of(
            Preset preset, Path file, Net net, Preprocessing preprocessing, PictureSource source, int threads) {
        Map<String, Object> card = new LinkedHashMap<>();
        card.put("format", FORMAT);
        card.put("formatVersion", VERSION);
        card.put("name", preset.name().equals(Presets.CUSTOM) ? name(file) : preset.name());
        card.put("architecture", fields("name", preset.weights(), "file", name(file)));
        card.put("preprocessing", preprocessing(preprocessing, source));
        card.put("classes", preset.readout().classes());
        card.put("target", target(preset.readout()));
        card.put("threads", threads);
        Map<String, String> versions = new TreeMap<>(net.versions());
        versions.put("java", System.getProperty("java.version"));
        card.put("versions", versions);
        card.put("inputs", List.of(hashed(name(file), Sha256.of(file))));
        card.put("licence", preset.licence());
        card.put("note", note(preset));
        return card;
    }

    private static Map<String, Object> preprocessing(Preprocessing preprocessing, PictureSource source) {
        return fields(
                "width", preprocessing.width(),
                "height", preprocessing.height(),
                "channels", preprocessing.colours().name(),
                "mean", preprocessing.mean(),
                "std", preprocessing.std(),
                "resize", preprocessing.resize().word(),
                "crop", source.crop());
    }

    private static String target(Readout readout) {
        List<String> targets = new ArrayList<>();
        if (readout.expression() != null) {
            targets.add("expression");
        }
        if (readout.valence() != null) {
            targets.add("valence");
        }
        if (readout.arousal() != null) {
            targets.add("arousal");
        }
        return String.join(", ", targets);
    }

    private static String note(Preset preset) {
        List<String> notes = new ArrayList<>();
        notes.add("Its own project gives it: " + preset.crop() + ".");
        MissingClasses.of(preset.readout()).ifPresent(notes::add);
        return String.join(" ", notes);
    }

    /** Returns the bytes of the card with the hash of the predictions, so that nobody takes it for another file's. */
    static byte[] bytes(Map<String, Object> card, byte[] predictions) {
        Map<String, Object> whole = new LinkedHashMap<>(card);
        whole.put("outputs", List.of(hashed("predictions.csv", Sha256.of(predictions))));
        return (JSON.writeValueAsString(whole).replace("\r\n", "\n") + "\n").getBytes(StandardCharsets.UTF_8);
    }

    private static Map<String, Object> hashed(String file, String hash) {
        return fields("file", file, "sha256", hash);
    }

    private static String name(Path file) {
        return Objects.requireNonNull(file.getFileName()).toString();
    }

    private static Map<String, Object> fields(@Nullable Object... namesAndValues) {
        Map<String, Object> fields = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            fields.put(String.valueOf(namesAndValues[i]), Objects.requireNonNull(namesAndValues[i + 1]));
        }
        return fields;
    }
}
