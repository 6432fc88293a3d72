package org.c25.trainer.predict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.c25.trainer.predict.TestNets.file;
import static org.c25.trainer.predict.TestNets.run;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.c25.trainer.answers.Expressions;
import org.c25.trainer.predict.TestNets.Ran;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A made-up network of the form of each preset, as ONNX and as TorchScript, asked about three drawn faces. What is expected
 * was computed by numpy, OpenCV and Pillow in {@code make_nets.py}, where the presets are stated a second time.
 */
class PresetsTest {

    private static final JsonNode EXPECTED =
            JsonMapper.shared().readTree(file("expected.json").toFile());

    private static final double DIGITS = 5e-5;

    @TempDir
    private Path out;

    static Stream<String> files() {
        return Presets.all().stream().flatMap(one -> Stream.of(one.name() + ".onnx", one.name() + ".pt"));
    }

    @ParameterizedTest
    @MethodSource("files")
    void saysWhatNumpySays(String name) {
        String preset = name.substring(0, name.lastIndexOf('.'));
        Ran ran = run(
                "--model",
                file("nets/" + name),
                "--preset",
                preset,
                "--images",
                file("pictures"),
                "--out",
                out,
                "--threads",
                1,
                "--batch",
                2);
        assertThat(ran.warned()).contains("3 of 3 images");
        assertThat(ran.code()).isZero();
        compare(EXPECTED.required(name), TestNets.lines(out.resolve("predictions.csv")));
    }

    @Test
    void saysWhatNumpySaysByOptions() {
        Ran ran = run(
                "--model",
                file("other/custom.onnx"),
                "--preset",
                "custom",
                "--images",
                file("pictures"),
                "--out",
                out,
                "--resize",
                "pillow",
                "--colours",
                "bgr",
                "--mean",
                "0.1,0.2,0.3",
                "--std",
                "0.5,0.6,0.7",
                "--classes",
                "surprise,neutral,happiness,anger,sadness",
                "--expression",
                "output:2",
                "--scores",
                "probabilities",
                "--valence",
                "0:0",
                "--arousal",
                "0:1",
                "--range",
                "1,9");
        assertThat(ran.code()).as(ran.warned()).isZero();
        assertThat(ran.warned()).contains("no class for fear, disgust, contempt");
        compare(EXPECTED.required("custom.onnx"), TestNets.lines(out.resolve("predictions.csv")));
    }

    private static void compare(JsonNode expected, Map<String, Map<String, String>> lines) {
        assertThat(lines.keySet()).containsExactlyElementsOf(expected.propertyNames());
        lines.forEach((filename, line) -> {
            JsonNode one = expected.required(filename);
            assertThat(line.keySet()).containsExactlyElementsOf(columns(one));
            assertThat(line.get("expression"))
                    .isEqualTo(one.required("expression").asString());
            one.required("scores")
                    .properties()
                    .forEach(score -> assertThat(Double.parseDouble(line.get(score.getKey())))
                            .isCloseTo(score.getValue().asDouble(), within(DIGITS)));
            for (String scale : List.of("valence", "arousal")) {
                if (one.has(scale)) {
                    assertThat(Double.parseDouble(line.get(scale)))
                            .isCloseTo(one.required(scale).asDouble(), within(DIGITS));
                }
            }
            if (one.has("clamped")) {
                assertThat(line.get("clamped"))
                        .isEqualTo(one.required("clamped").asString());
            }
        });
    }

    private static List<String> columns(JsonNode one) {
        List<String> columns = new ArrayList<>(List.of("filename", "expression"));
        Stream.of("valence", "arousal").filter(one::has).forEach(columns::add);
        Stream.of("neutral", "happiness", "sadness", "surprise", "fear", "disgust", "anger", "contempt")
                .filter(one.required("scores")::has)
                .forEach(columns::add);
        Stream.of("clamped").filter(one::has).forEach(columns::add);
        return columns;
    }

    /** Each class of each preset has a code of its own, and what is missing is contempt. */
    @ParameterizedTest
    @MethodSource("all")
    void everyClassIsThereOnce(Preset preset) {
        assertThat(preset.readout().classes()).doesNotHaveDuplicates();
        assertThat(preset.readout().classes()).hasSizeBetween(7, Expressions.COUNT);
        assertThat(preset.readout().classes().contains(Expressions.NAMES.indexOf("contempt")))
                .isEqualTo(!preset.name().matches(".*(-7|raf-db)"));
    }

    static List<Preset> all() {
        return Presets.all();
    }

    @Test
    void listsThePresets() {
        Ran ran = run("--presets");
        assertThat(ran.code()).isZero();
        assertThat(ran.said().lines()).hasSize(12);
        assertThat(ran.said()).contains("emonet-8").contains("260 × 260 × 3, 7 classes (no contempt)");
    }
}
