package org.c25.trainer.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.c25.trainer.predict.Predict;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** TorchScript files of others under a new last layer: what they are given, what of theirs is learned upon, and that they learn. */
class ScriptFilesTest {

    private static final int STOPPED = 130;
    private static final List<String> NETS = List.of("mv-seed1", "shares-seed1");
    private static final String[] LEARNS = {"--preset", "custom", "--size", "16", "--output", "features"};

    @TempDir
    private static Path set;

    @TempDir
    private Path folder;

    @BeforeAll
    static void draw() throws IOException {
        DrawnSet.write(set);
    }

    private static Path net(String name) {
        return Path.of(Objects.requireNonNull(ScriptFilesTest.class.getResource("/org/c25/trainer/predict/" + name))
                .getPath());
    }

    private record Ran(int code, String warned) {}

    private Ran train(Path out, String net, PrintStream says, String... more) {
        List<String> arguments = new ArrayList<>(List.of(
                "--images", set.resolve("images").toString(),
                "--labels", set.resolve("labels").toString(),
                "--model", net(net).toString(),
                "--out", out.toString(),
                "--labels-as", "shares",
                "--epochs", "3",
                "--batch", "8",
                "--seeds", "1",
                "--threads", "1"));
        arguments.addAll(List.of(more));
        ByteArrayOutputStream warned = new ByteArrayOutputStream();
        int code = Train.run(
                says, new PrintStream(warned, true, StandardCharsets.UTF_8), arguments.toArray(String[]::new));
        return new Ran(code, warned.toString(StandardCharsets.UTF_8));
    }

    private Ran train(Path out, String net, String... more) {
        return train(out, net, new PrintStream(new ByteArrayOutputStream()), more);
    }

    private static JsonNode card(Path out) throws IOException {
        return JsonMapper.shared()
                .readTree(out.resolve("shares-seed1").resolve("model.json").toFile());
    }

    @Test
    void aPresetSaysWhatTheFileIsGivenAndWhichOfItsOutputsAreLearnedUpon() throws IOException {
        assertThat(train(folder, "nets/emonet-8.pt", "--preset", "emonet-8")).isEqualTo(new Ran(0, ""));

        JsonNode architecture = card(folder).required("architecture");
        assertThat(architecture.required("outputs").valueStream().map(JsonNode::asString))
                .containsExactly("expression", "valence", "arousal");
        assertThat(architecture.required("features").asInt())
                .as("and not 12 of the heat map")
                .isEqualTo(10);
        JsonNode given = card(folder).required("preprocessing");
        assertThat(given.required("width").asInt()).isEqualTo(256);
        assertThat(given.required("resize").asString()).isEqualTo("opencv");
        assertThat(given.required("mean").valueStream().map(JsonNode::asDouble)).containsExactly(0.0, 0.0, 0.0);
        assertThat(given.required("std").valueStream().map(JsonNode::asDouble)).containsExactly(1.0, 1.0, 1.0);
        for (String one : NETS) {
            saysTheSame(folder.resolve(one));
        }
    }

    private void saysTheSame(Path net) throws IOException {
        Path asked = folder.resolve("asked");
        PrintStream nobody = new PrintStream(new ByteArrayOutputStream());
        assertThat(Predict.run(
                        nobody,
                        System.err,
                        "--model",
                        net.toString(),
                        "--images",
                        set.resolve("images").toString(),
                        "--out",
                        asked.toString(),
                        "--threads",
                        "1"))
                .isZero();
        assertThat(asked.resolve("predictions.csv")).hasSameTextualContentAs(net.resolve("predictions.csv"));
    }

    @Test
    void optionsSayItOfAnotherFile() throws IOException {
        assertThat(train(
                        folder,
                        "other/learns.pt",
                        "--preset",
                        "custom",
                        "--size",
                        "24x16",
                        "--mean",
                        "0.1,0.2,0.3",
                        "--std",
                        "0.5,0.5,0.5",
                        "--colours",
                        "bgr",
                        "--resize",
                        "pillow",
                        "--output",
                        "one,features"))
                .isEqualTo(new Ran(0, ""));

        assertThat(card(folder).required("architecture").required("features").asInt())
                .isEqualTo(7);
        JsonNode given = card(folder).required("preprocessing");
        assertThat(given.required("width").asInt()).isEqualTo(24);
        assertThat(given.required("height").asInt()).isEqualTo(16);
        assertThat(given.required("channels").asString()).isEqualTo("BGR");
        assertThat(given.required("mean").get(1).asDouble()).isEqualTo(0.2);
        saysTheSame(folder.resolve("shares-seed1"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            other/learns.pt | --size 16 | Which preset? --preset says what
            other/learns.pt | --preset custom | doesn't state the size of its pictures: say it by --size.
            other/learns.pt | --preset custom --size 16 | map (8, 8, 7, 7): say by --output
            other/learns.pt | --preset custom --size 16 --output seen | has no output seen. It gives features (8, 6), one (8)
            other/learns.pt | --preset custom --size 2 --output one | takes no pictures of 2 × 2 pixels
            other/learns.pt | --preset custom --size 16 --std 0,1,1 | std is above 0
            other/learns.pt | --preset emonet-5 | There is no preset for EmoNet's file of five classes
            nets/emonet-8.pt | --preset emonet-8 --size 224 | states what becomes of pictures
            nets/dan-raf-db.pt | --preset dan-raf-db --output 7 | has no output 7
            nets/dan-raf-db.pt | --preset emonet-8 | has no output expression
            nets/emonet-8.onnx | --preset emonet-8 | is an ONNX file, which can't learn any more: bin/predict asks it as it is.
            other/module.pt | --preset custom --size 16 | is pickled by PyTorch
            pictures/a.png | --preset custom --size 16 | is no network that is known here
            """)
    void whatCantBeIsSaid(String net, String options, String sentence) {
        String[] more = options.split(" ");
        Ran ran = train(folder, net, more);

        assertThat(ran.warned()).contains(sentence).doesNotContain("\tat ", "null");
        assertThat(ran.code()).isEqualTo(1);
    }

    @Test
    void aFileThatLearnsWholeGoesOnAfterABreakAsIfThereHadBeenNone() throws IOException {
        Path unbroken = folder.resolve("unbroken");
        Path broken = folder.resolve("broken");
        String[] whole =
                Stream.concat(Stream.of(LEARNS), Stream.of("--fine-tune")).toArray(String[]::new);
        assertThat(train(unbroken, "other/learns.pt", whole)).isEqualTo(new Ran(0, ""));
        assertThat(Files.mismatch(unbroken.resolve("mv-seed1").resolve("features.pt"), net("other/learns.pt")))
                .as("all of it learns")
                .isNotNegative();
        Thread trains = Thread.currentThread();
        ByteArrayOutputStream said = new ByteArrayOutputStream() {
            @Override
            public synchronized void write(byte[] bytes, int from, int length) {
                super.write(bytes, from, length);
                if (toString(StandardCharsets.UTF_8).contains("shares-seed1: epoch 2 of 3")) {
                    trains.interrupt();
                }
            }
        };

        assertThat(train(broken, "other/learns.pt", new PrintStream(said, true, StandardCharsets.UTF_8), whole)
                        .code())
                .isEqualTo(STOPPED);
        Thread.interrupted();
        assertThat(train(broken, "other/learns.pt", whole)).isEqualTo(new Ran(0, ""));

        for (String one : NETS) {
            for (String file : List.of("model.json", "weights.safetensors", "predictions.csv")) {
                assertThat(broken.resolve(one).resolve(file))
                        .as(one + "/" + file)
                        .hasSameBinaryContentAs(unbroken.resolve(one).resolve(file));
            }
        }
        saysTheSame(broken.resolve("shares-seed1"));
    }

    @Test
    void aFileThatStaysAsItIsIsKeptAsItIs() {
        assertThat(train(folder, "nets/hsemotion-mbf-va.pt", "--preset", "hsemotion-mbf-va"))
                .isEqualTo(new Ran(0, ""));

        assertThat(folder.resolve("mv-seed1").resolve("features.pt"))
                .hasSameBinaryContentAs(net("nets/hsemotion-mbf-va.pt"));
    }
}
