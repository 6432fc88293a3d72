package org.c25.trainer.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.c25.trainer.predict.Predict;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From a set's files to a network's, and from these to predictions. */
class TrainTest {

    private static final List<String> NETS = List.of("mv-seed1", "shares-seed1", "crowd-mw-s+b-seed1");
    private static final String[] SMALL = {"--size", "16"};
    private static final int STOPPED = 130;

    @TempDir
    private static Path set;

    private static Path trained;

    @TempDir
    private Path folder;

    @BeforeAll
    static void train() throws IOException {
        DrawnSet.write(set);
        trained = set.resolve("trained");
        assertThat(run(new PrintStream(new ByteArrayOutputStream()), trained, SMALL))
                .isZero();
    }

    private static int run(PrintStream says, Path out, String... more) {
        return run(says, System.err, out, more);
    }

    private static int run(PrintStream says, PrintStream warns, Path out, String... more) {
        return Train.run(
                says,
                warns,
                Stream.concat(
                                Stream.of(
                                        "--images", set.resolve("images").toString(),
                                        "--labels", set.resolve("labels").toString(),
                                        "--out", out.toString(),
                                        "--target", "all",
                                        "--epochs", "3",
                                        "--warm-up", "1",
                                        "--seeds", "1",
                                        "--threads", "1"),
                                Stream.of(more))
                        .toArray(String[]::new));
    }

    @Test
    void theSameSeedAndThreadsGiveTheSameFilesTwice() throws IOException {
        assertThat(run(new PrintStream(new ByteArrayOutputStream()), folder, SMALL))
                .isZero();
        assertSameFiles(folder);
    }

    private static void assertSameFiles(Path other) throws IOException {
        for (String net : NETS) {
            for (String file : List.of("weights.safetensors", "predictions.csv", "model.json")) {
                assertThat(other.resolve(net).resolve(file))
                        .as(net + "/" + file)
                        .hasSameBinaryContentAs(trained.resolve(net).resolve(file));
            }
        }
    }

    @Test
    void aRunThatWasBrokenOffGoesOnAsIfItHadNotBeen() throws IOException {
        Thread trains = Thread.currentThread();
        ByteArrayOutputStream said = new ByteArrayOutputStream() {
            @Override
            public synchronized void write(byte[] bytes, int from, int length) {
                super.write(bytes, from, length);
                // As Ctrl-C does, after the crowd layer's first epoch.
                if (toString(StandardCharsets.UTF_8).contains("crowd-mw-s+b-seed1: epoch 2 of 3")) {
                    trains.interrupt();
                }
            }
        };
        assertThat(run(new PrintStream(said, true, StandardCharsets.UTF_8), folder, SMALL))
                .isEqualTo(STOPPED);
        Thread.interrupted();
        assertThat(folder.resolve(NETS.get(2)).resolve("model.json")).doesNotExist();
        ByteArrayOutputStream then = new ByteArrayOutputStream();
        assertThat(run(new PrintStream(then, true, StandardCharsets.UTF_8), folder, SMALL))
                .isZero();
        assertThat(then.toString(StandardCharsets.UTF_8))
                .contains("crowd-mw-s+b-seed1: epoch 3 of 3")
                .doesNotContain("crowd-mw-s+b-seed1: epoch 1 of 3", "mv-seed1: epoch");
        assertSameFiles(folder);
    }

    @Test
    void aNetworkOfOtherSettingsOrFilesIsNotTakenForThisOne() throws IOException {
        ByteArrayOutputStream warned = new ByteArrayOutputStream();
        PrintStream warns = new PrintStream(warned, true, StandardCharsets.UTF_8);
        PrintStream nobody = new PrintStream(new ByteArrayOutputStream());

        assertThat(run(nobody, warns, trained, "--size", "16", "--rate", "0.002"))
                .isEqualTo(1);

        assertThat(warned.toString(StandardCharsets.UTF_8)).contains("mv-seed1", "other settings or files");
    }

    @Test
    void whatTheSavedNetworkSaysLaterIsWhatItSaidThen() throws IOException {
        for (String net : NETS) {
            assertSaysTheSame(trained.resolve(net));
        }
    }

    private void assertSaysTheSame(Path net) throws IOException {
        int code = Predict.run(
                new PrintStream(new ByteArrayOutputStream()),
                new PrintStream(new ByteArrayOutputStream()),
                "--model",
                net.toString(),
                "--images",
                set.resolve("images").toString(),
                "--out",
                folder.toString(),
                "--threads",
                "1");
        assertThat(code).isZero();
        assertThat(columns(folder.resolve("predictions.csv"))).isEqualTo(columns(net.resolve("predictions.csv")));
    }

    /** All but the index, which only a list of items has. */
    private static List<String> columns(Path csv) throws IOException {
        List<String> lines = Files.readAllLines(csv);
        boolean indexed = lines.get(0).startsWith("index,");
        return lines.stream()
                .map(line -> indexed ? line.substring(line.indexOf(',') + 1) : line)
                .toList();
    }

    @Test
    void aTorchScriptFileLearnsWholeOrStaysAsItIsUnderANewLastLayer() throws IOException {
        String file = "/org/c25/trainer/predict/nets/hsemotion-mbf-va.pt";
        Path script = Path.of(URI.create(String.valueOf(TrainTest.class.getResource(file))));
        PrintStream nobody = new PrintStream(new ByteArrayOutputStream());
        assertThat(run(nobody, folder.resolve("whole"), "--model", script.toString(), "--fine-tune", "--size", "112"))
                .isZero();
        assertThat(run(nobody, folder.resolve("head"), "--model", script.toString(), "--size", "112"))
                .isZero();
        for (String net : NETS) {
            assertThat(folder.resolve("head").resolve(net).resolve("features.pt"))
                    .hasSameBinaryContentAs(script);
            assertThat(Files.mismatch(folder.resolve("whole").resolve(net).resolve("features.pt"), script))
                    .isNotNegative();
            assertSaysTheSame(folder.resolve("whole").resolve(net));
        }
        ByteArrayOutputStream warned = new ByteArrayOutputStream();
        int code = run(
                nobody,
                new PrintStream(warned, true, StandardCharsets.UTF_8),
                folder.resolve("refused"),
                "--model",
                script.toString(),
                "--size",
                "32");
        assertThat(code).isEqualTo(1);
        assertThat(warned.toString(StandardCharsets.UTF_8))
                .startsWith("--model: the file takes no pictures of 32 × 32 pixels.");
    }

    @Test
    void whatCannotBeIsRefusedBeforeAnythingIsTrained() {
        assertRefused("names a seed twice", "--seeds", "1,1");
        assertRefused("more than the 5 on vote shares", "drawn", "--out", folder.toString(), "--epochs", "2");
        assertRefused("--ratings are 1 to 25", "drawn", "--out", folder.toString(), "--ratings", "30");
        assertThat(folder).isEmptyDirectory();
    }

    private void assertRefused(String why, String... more) {
        ByteArrayOutputStream warned = new ByteArrayOutputStream();
        PrintStream warns = new PrintStream(warned, true, StandardCharsets.UTF_8);
        PrintStream nobody = new PrintStream(new ByteArrayOutputStream());
        int code = more[0].equals("drawn")
                ? Train.run(nobody, warns, more)
                : Train.run(
                        nobody,
                        warns,
                        Stream.concat(
                                        Stream.of(
                                                "--images",
                                                set.resolve("images").toString(),
                                                "--labels",
                                                set.resolve("labels").toString()),
                                        Stream.concat(Stream.of("--out", folder.toString()), Stream.of(more)))
                                .toArray(String[]::new));
        assertThat(code).isEqualTo(1);
        assertThat(warned.toString(StandardCharsets.UTF_8)).contains(why);
    }

    @Test
    void eachNetworkHasACardForPeople() throws IOException {
        String card = Files.readString(trained.resolve(NETS.get(2)).resolve("model-card.md"));

        assertThat(card)
                .contains(
                        "crowd-mw-s+b",
                        "16 × 16 pixels",
                        "seed [1]",
                        "valenceCcc",
                        "expression_set1_C25.csv",
                        "What to mind")
                .doesNotContain("null", "%");
    }

    @Test
    void theReportIsOnePageThatShowsAllWaysAndRaters() throws IOException {
        assertThat(Files.readString(trained.resolve("report.html")))
                .contains("majority vote", "vote shares", "crowd layer mw-s+b", "participant24", "Valence", "Arousal")
                .doesNotContain("src=", "href=\"http");
    }
}
