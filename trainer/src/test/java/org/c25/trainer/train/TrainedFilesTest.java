package org.c25.trainer.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The files of a network on which the web application tests its page of models ({@code TrainedNetworkTest} there) are such as
 * the trainer writes now. With {@code -Dc25.write=true} it writes them anew.
 */
class TrainedFilesTest {

    private static final Path KEPT = Path.of("src/test/resources/org/c25/trainer/train/trained");
    private static final List<String> FILES = List.of("model.json", "predictions.csv");
    private static final int IMAGES = 12;
    private static final boolean WRITING = Boolean.getBoolean("c25.write");

    @TempDir
    private Path folder;

    private Path trained;

    @BeforeEach
    void train() throws IOException {
        if (WRITING) {
            DrawnSet.write(KEPT, IMAGES);
        }
        PrintStream nobody = new PrintStream(new ByteArrayOutputStream());
        int code = Train.run(
                nobody,
                System.err,
                "--images",
                KEPT.resolve("images").toString(),
                "--labels",
                KEPT.resolve("labels").toString(),
                "--out",
                folder.toString(),
                "--target",
                "all",
                "--size",
                "16",
                "--epochs",
                "2",
                "--warm-up",
                "1",
                "--seeds",
                "1",
                "--threads",
                "1");
        assertThat(code).isZero();
        trained = folder.resolve("crowd-mw-s+b-seed1");
        if (WRITING) {
            for (String file : FILES) {
                Files.copy(trained.resolve(file), KEPT.resolve(file), StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    private static JsonNode card(Path folder) throws IOException {
        return JsonMapper.shared().readTree(folder.resolve("model.json").toFile());
    }

    @Test
    void theCardHasTheSameFields() throws IOException {
        assertThat(fields(card(KEPT), "", new TreeSet<>())).isEqualTo(fields(card(trained), "", new TreeSet<>()));
    }

    /** Returns all fields with what they hold, such as {@code /training/epochs NUMBER}; numbers differ from machine to machine. */
    private static Set<String> fields(JsonNode node, String path, Set<String> fields) {
        fields.add(path + " " + node.getNodeType());
        node.properties().forEach(one -> fields(one.getValue(), path + "/" + one.getKey(), fields));
        if (node.isArray()) {
            node.forEach(one -> fields(one, path + "/*", fields));
        }
        return fields;
    }

    @Test
    void theSplitAndWhatWasReadAreTheSame() throws IOException {
        for (String one : List.of("split", "inputs", "classes", "target", "preprocessing")) {
            assertThat(card(KEPT).required(one)).as(one).isEqualTo(card(trained).required(one));
        }
    }

    @Test
    void thePredictionsHaveTheSameColumnsAndImages() throws IOException {
        assertThat(begins(KEPT)).isEqualTo(begins(trained)).hasSize(1 + IMAGES);
        assertThat(card(KEPT).required("outputs").get(0).required("sha256").asString())
                .isEqualTo(org.c25.trainer.Sha256.of(KEPT.resolve("predictions.csv")));
    }

    private static List<String> begins(Path folder) throws IOException {
        List<String> lines = Files.readAllLines(folder.resolve("predictions.csv"));
        return lines.stream()
                .map(line -> line.equals(lines.get(0)) ? line : line.substring(0, line.indexOf(',')))
                .toList();
    }
}
