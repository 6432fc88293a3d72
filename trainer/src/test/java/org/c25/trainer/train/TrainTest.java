package org.c25.trainer.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.c25.trainer.Sha256;
import org.c25.trainer.predict.Predict;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

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
        Map<String, String> options = new LinkedHashMap<>(Map.of(
                "--images", set.resolve("images").toString(),
                "--labels", set.resolve("labels").toString(),
                "--out", out.toString(),
                "--target", "all",
                "--epochs", "3",
                "--warm-up", "1",
                "--seeds", "1",
                "--threads", "1"));
        for (int at = 0; at < more.length; at += 2) {
            options.put(more[at], more[at + 1]);
        }
        return Train.run(
                says,
                warns,
                options.entrySet().stream()
                        .flatMap(one -> Stream.of(one.getKey(), one.getValue()))
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

        assertThat(warned.toString(StandardCharsets.UTF_8))
                .contains("mv-seed1", "other settings, files or images (training.rate)");
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
    void otherImagesOfTheSameNamesAreNoticed() throws IOException {
        Path own = Files.createDirectories(folder.resolve("own"));
        DrawnSet.write(own);
        String[] set = {
            "--images",
            own.resolve("images").toString(),
            "--out",
            folder.resolve("out").toString(),
            "--size",
            "16"
        };
        assertThat(ran(set)).isEmpty();
        Path first = own.resolve("images").resolve("face0000.png");
        Files.copy(own.resolve("images").resolve("face0001.png"), first, StandardCopyOption.REPLACE_EXISTING);

        assertThat(ran(set)).contains("mv-seed1 holds a network of other settings, files or images (split.");
    }

    @Test
    void whoeverChangesTheCrowdLayerAloneGoesOnWithTheSameMajorityAndShares() throws IOException {
        copy(trained, folder);
        List<FileTime> before = times(folder);

        assertThat(ran(
                        "--out",
                        folder.toString(),
                        "--size",
                        "16",
                        "--crowd",
                        "vw,s+b",
                        "--crowd-rate",
                        "0.02",
                        "--warm-up",
                        "2"))
                .isEmpty();

        assertThat(times(folder)).isEqualTo(before);
        assertThat(folder.resolve("crowd-vw-s+b-seed1").resolve("model.json")).isNotEmptyFile();
        assertThat(ran("--out", folder.toString(), "--size", "16", "--crowd-rate", "0.02"))
                .contains("crowd-mw-s+b-seed1 holds a network of other settings, files or images (training.crowdRate)");
    }

    private static List<FileTime> times(Path out) throws IOException {
        return List.of(
                Files.getLastModifiedTime(out.resolve("mv-seed1").resolve("model.json")),
                Files.getLastModifiedTime(out.resolve("shares-seed1").resolve("model.json")));
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copied = to.resolve(from.relativize(file));
                Files.createDirectories(copied.getParent());
                Files.copy(file, copied, StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    /** Runs the command, and returns what it warns of. */
    private static String ran(String... more) {
        ByteArrayOutputStream warned = new ByteArrayOutputStream();
        run(
                new PrintStream(new ByteArrayOutputStream()),
                new PrintStream(warned, true, StandardCharsets.UTF_8),
                Path.of("nowhere"),
                more);
        return warned.toString(StandardCharsets.UTF_8);
    }

    @Test
    void howLongTheLearningTookIsKept() throws IOException {
        copy(trained, folder);
        Files.writeString(folder.resolve("mv-seed1").resolve("seconds.txt"), "1234.4\n");

        assertThat(ran("--out", folder.toString(), "--size", "16")).isEmpty();

        assertThat(Double.parseDouble(
                        Files.readString(trained.resolve("mv-seed1").resolve("seconds.txt"))
                                .strip()))
                .isPositive();
        assertThat(Files.readString(folder.resolve("report.html"))).contains("<td>1234</td>");
    }

    @Test
    void eachImageOfTheSplitIsKnownByItsBytes() throws IOException {
        JsonNode split = JsonMapper.shared()
                .readTree(trained.resolve("mv-seed1").resolve("model.json").toFile())
                .required("split");
        List<JsonNode> all = Stream.concat(
                        split.required("train").valueStream(),
                        split.required("test").valueStream())
                .toList();

        assertThat(all)
                .hasSize(40)
                .allSatisfy(one -> assertThat(one.required("sha256").asString())
                        .isEqualTo(Sha256.of(set.resolve("images")
                                .resolve(one.required("filename").asString()))));
    }

    @Test
    void allImagesThatAreMissingOrDamagedAreNamedAtOnce() throws IOException {
        Path some = Files.createDirectories(folder.resolve("some"));
        copy(set.resolve("images"), some);
        Files.delete(some.resolve("face0003.png"));
        Files.delete(some.resolve("face0017.png"));
        Files.writeString(some.resolve("face0030.png"), "no picture");

        assertThat(ran(
                                "--images",
                                some.toString(),
                                "--out",
                                folder.resolve("out").toString(),
                                "--size",
                                "16")
                        .lines())
                .hasSize(3)
                .anyMatch(line -> line.startsWith("The image face0003.png is not in "))
                .anyMatch(line -> line.startsWith("The image face0017.png is not in "))
                .anyMatch(line -> line.contains("face0030.png"));
        try (Stream<Path> files = Files.list(some)) {
            for (Path file : files.skip(1).toList()) {
                Files.delete(file);
            }
        }
        assertThat(ran(
                                "--images",
                                some.toString(),
                                "--out",
                                folder.resolve("out").toString(),
                                "--size",
                                "16")
                        .lines())
                .hasSize(21)
                .last()
                .isEqualTo("There may be more: these are the first 20.");
    }

    @Test
    void whatCannotBeIsRefusedBeforeAnythingIsTrained() {
        assertRefused("names a seed twice", "--seeds", "1,1");
        assertRefused("--preset goes with a TorchScript file", "--preset", "emonet-8");
        assertRefused("--fine-tune and --output go with a TorchScript file", "--fine-tune");
        assertRefused("neither small nor resnet50 nor a file", "--model", "smal");
        assertRefused("less than --epochs, which are 3", "--epochs", "3");
        assertRefused("--size is at least 16", "--size", "8");
        assertRefused("more than the 5 on vote shares", "drawn", "--out", folder.toString(), "--epochs", "2");
        assertRefused("--ratings are 1 to 25", "drawn", "--out", folder.toString(), "--ratings", "30");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void anOptionThatCantBeUnderstoodIsToldInASentence() {
        assertUnknown("Unknown option: '--bogus'. See bin/train --help.", "--bogus");
        assertUnknown(
                "Invalid value for option '--labels-as': it is one of mv, shares, crowd, not truth. See bin/train --help.",
                "--labels-as",
                "truth");
        assertUnknown(
                "Invalid value for option '--epochs': 'three' is not an int. See bin/train --help.",
                "--epochs",
                "three");
    }

    private static void assertUnknown(String sentence, String... arguments) {
        ByteArrayOutputStream warned = new ByteArrayOutputStream();
        PrintStream nobody = new PrintStream(new ByteArrayOutputStream());
        assertThat(Train.run(nobody, new PrintStream(warned, true, StandardCharsets.UTF_8), arguments))
                .isEqualTo(2);
        assertThat(warned.toString(StandardCharsets.UTF_8)).isEqualTo(sentence + System.lineSeparator());
    }

    @Test
    void aFileWhereTheFolderIsToBeIsNamed() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));
        assertThat(ran("--out", file.toString())).contains(file + " is a file, and a folder is needed there");
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
