package org.c25.trainer.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import org.c25.trainer.Sha256;
import org.c25.trainer.predict.Predict;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What {@code bin/train} has saved says the same when {@code bin/predict} reads it back. */
class AskingSavedNetworksTest {

    private static final int IMAGES = 24;

    @TempDir
    private Path folder;

    private Path images;
    private Path labels;

    /** Copies of three drawn faces, and answers of four people that were drawn by a seed. */
    @BeforeEach
    void makeASet() throws IOException {
        images = Files.createDirectories(folder.resolve("images"));
        labels = Files.createDirectories(folder.resolve("labels"));
        Random random = new Random(16);
        StringBuilder expression = new StringBuilder(header());
        StringBuilder valence = new StringBuilder(header());
        StringBuilder arousal = new StringBuilder(header());
        for (int i = 0; i < IMAGES; i++) {
            String name = String.format(java.util.Locale.ROOT, "face-%02d.png", i);
            Files.copy(resource("predict/pictures/" + "abc".charAt(i % 3) + ".png"), images.resolve(name));
            for (StringBuilder file : List.of(expression, valence, arousal)) {
                file.append(1000 + i).append(',').append(name);
                for (int rater = 0; rater < 4; rater++) {
                    file.append(',')
                            .append(
                                    file == expression
                                            ? String.valueOf((i % 3 + random.nextInt(2)) % 8)
                                            : String.valueOf((random.nextInt(9) - 4) * 0.25));
                }
                file.append('\n');
            }
        }
        Files.writeString(labels.resolve("expression_set1_C4.csv"), expression);
        Files.writeString(labels.resolve("valence_set1_C4.csv"), valence);
        Files.writeString(labels.resolve("arousal_set1_C4.csv"), arousal);
    }

    private static String header() {
        return "index,filename,participant0,participant1,participant2,participant3\n";
    }

    private static Path resource(String name) {
        return Path.of(Objects.requireNonNull(AskingSavedNetworksTest.class.getResource("/org/c25/trainer/" + name))
                .getPath());
    }

    private static String run(Command command, Object... arguments) {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
        int code =
                command.run(out, out, Stream.of(arguments).map(String::valueOf).toArray(String[]::new));
        String text = said.toString(StandardCharsets.UTF_8);
        assertThat(code).as(text).isZero();
        return text;
    }

    @FunctionalInterface
    private interface Command {

        int run(PrintStream says, PrintStream warns, String... arguments);
    }

    private void train(Path out, Object... more) {
        Object[] usual = {
            "--images",
            images,
            "--labels",
            labels,
            "--epochs",
            2,
            "--warm-up",
            1,
            "--seeds",
            1,
            "--threads",
            1,
            "--out",
            out
        };
        run(Train::run, Stream.of(usual, more).flatMap(Stream::of).toArray());
    }

    private void saysTheSame(Path network) throws IOException {
        Path asked = folder.resolve("asked");
        run(Predict::run, "--model", network, "--images", images, "--threads", 1, "--out", asked);
        assertThat(Files.readString(asked.resolve("predictions.csv")))
                .isEqualTo(Files.readString(network.resolve("predictions.csv")));
        JsonNode card = JsonMapper.shared().readTree(asked.resolve("model.json").toFile());
        JsonNode saved =
                JsonMapper.shared().readTree(network.resolve("model.json").toFile());
        assertThat(card).isEqualTo(saved);
        assertThat(card.required("outputs").get(0).required("sha256").asString())
                .isEqualTo(Sha256.of(asked.resolve("predictions.csv")));
    }

    private static List<Path> networks(Path out) throws IOException {
        try (Stream<Path> files = Files.walk(out)) {
            return files.filter(file -> file.endsWith("model.json"))
                    .map(Path::getParent)
                    .toList();
        }
    }

    @Test
    void aSmallNetworkOfAllThree() throws IOException {
        Path out = folder.resolve("small");
        train(out, "--target", "all", "--size", 16);
        List<Path> networks = networks(out);
        assertThat(networks).hasSize(3);
        for (Path network : networks) {
            saysTheSame(network);
        }
        assertThat(Files.readAllLines(networks.get(0).resolve("predictions.csv"))
                        .get(0))
                .isEqualTo("filename,expression,valence,arousal,neutral,happiness,sadness,surprise,fear,disgust,anger,"
                        + "contempt,clamped");
    }

    @Test
    void aLastLayerOverATorchScriptFile() throws IOException {
        Path out = folder.resolve("frozen");
        train(
                out,
                "--model",
                resource("predict/nets/hsemotion-mbf-va.pt"),
                "--preset",
                "hsemotion-mbf-va",
                "--labels-as",
                "shares");
        List<Path> networks = networks(out);
        assertThat(networks).hasSize(2);
        for (Path network : networks) {
            saysTheSame(network);
        }
    }
}
