package org.c25.demonstration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The files of the demonstration's small net, as {@code bin/demonstration-model} has left them. */
class SmallNetFilesTest {

    @TempDir
    private Path folder;

    @Test
    void itsPredictionsAreOfTheCompleteSetsImagesAndOfNoOthers() throws IOException {
        List<String> drawn = Demonstration.COMPLETE
                .draw(folder.resolve("images.zip"))
                .lines()
                .skip(1)
                .toList();
        List<String> said = new String(file("predictions.csv"), StandardCharsets.UTF_8)
                .lines()
                .toList();
        assertThat(said.get(0))
                .isEqualTo(
                        "index,filename,expression,valence,arousal,neutral,happiness,sadness,surprise,fear,disgust,anger,"
                                + "contempt,clamped");
        assertThat(said.subList(1, said.size()))
                .map(SmallNetFilesTest::image)
                .isEqualTo(drawn.stream().map(SmallNetFilesTest::image).toList());
    }

    private static String image(String line) {
        String[] cells = line.split(",");
        return cells[0] + " " + cells[1];
    }

    @Test
    void itsCardBelongsToThemAndItHasSeenNoneOfTheseImages() throws Exception {
        JsonNode card = JsonMapper.shared().readTree(file("model.json"));
        assertThat(card.path("format").asString()).isEqualTo("c25-model");
        assertThat(card.path("outputs").get(0).path("sha256").asString()).isEqualTo(sha256(file("predictions.csv")));
        Demonstration.COMPLETE
                .draw(folder.resolve("images.zip"))
                .lines()
                .skip(1)
                .forEach(line -> {
                    String name = line.split(",")[1];
                    assertThat(card.path("split").path("train").valueStream().map(JsonNode::asString))
                            .hasSizeGreaterThan(100)
                            .doesNotContain(name);
                });
    }

    private static byte[] file(String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(
                SmallNetFilesTest.class.getResourceAsStream("/demonstration/" + name),
                "bin/demonstration-model makes " + name)) {
            return in.readAllBytes();
        }
    }

    private static String sha256(byte[] bytes) throws NoSuchAlgorithmException {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }
}
