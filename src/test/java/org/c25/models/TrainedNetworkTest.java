package org.c25.models;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.c25.testing.Api;
import org.c25.testing.Lab;
import org.c25.testing.OnBothDatabases;
import org.c25.testing.Visitor;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A set of the very images that a network of the trainer has learned from takes its files as they are. They lie where the
 * trainer's own test sees to it that they are such as it writes now.
 */
@OnBothDatabases
class TrainedNetworkTest {

    private static final Path TRAINED = Path.of("trainer/src/test/resources/org/c25/trainer/train/trained");

    @LocalServerPort
    int port;

    /** Expression by code 0 … 7 in the order of the columns of the trainer's file. */
    private static final List<Integer> CODES = List.of(7, 0, 1, 2, 3, 4, 5, 6);

    @Test
    void itsFilesAreTakenAndItsImagesKnownByTheirBytes() throws IOException {
        Api staff = Api.stranger(port).admin();
        Lab lab = new Lab(staff);
        List<String> lines = Files.readAllLines(TRAINED.resolve("predictions.csv"));
        List<String> names =
                lines.stream().skip(1).map(line -> line.split(",")[0]).toList();
        long set = set(staff, lab, names);
        JsonNode card =
                JsonMapper.shared().readTree(TRAINED.resolve("model.json").toFile());

        long id = staff.upload(
                        "/api/v1/sets/" + set + "/models",
                        Map.of(
                                "name",
                                "Trained",
                                "predictions",
                                Files.readAllBytes(TRAINED.resolve("predictions.csv")),
                                "card",
                                Files.readAllBytes(TRAINED.resolve("model.json"))))
                .expect(201)
                .number("id");
        JsonNode model =
                staff.get("/api/v1/sets/" + set + "/models/" + id).expect(200).json();

        assertThat(model.required("predicted").asInt()).isEqualTo(names.size());
        // One picture has another name's bytes: the name alone would count it.
        assertThat(model.required("trainedOn").asInt())
                .isEqualTo(card.required("split").required("train").size() - 1);
        assertThat(model.required("calibration").required("brier").asDouble()).isCloseTo(brier(lines), within(1e-4));
        Visitor visitor = new Visitor(port);
        visitor.signIn("admin", Api.ADMIN_PASSWORD);
        assertThat(visitor.get("/sets/" + set + "/results/models/" + id).body())
                .contains("How sure it is, and how often rightly", "Calibration error", "<polyline", "Split");
    }

    /** A draft set of the images, the first one that was learned from replaced by another picture; everybody says happiness. */
    private static long set(Api staff, Lab lab, List<String> names) throws IOException {
        String learned = JsonMapper.shared()
                .readTree(TRAINED.resolve("model.json").toFile())
                .required("split")
                .required("train")
                .get(0)
                .required("filename")
                .asString();
        Map<String, byte[]> pictures = new LinkedHashMap<>();
        for (String name : names) {
            pictures.put(
                    name,
                    name.equals(learned)
                            ? Lab.picture("png", 5)
                            : Files.readAllBytes(TRAINED.resolve("images").resolve(name)));
        }
        StringBuilder manifest = new StringBuilder("index,filename,expression,valence,arousal\r\n");
        StringBuilder answers = new StringBuilder("index,filename,participant0\r\n");
        StringBuilder scales = new StringBuilder("index,filename,participant0\r\n");
        IntStream.range(0, names.size()).forEach(at -> {
            manifest.append(100 + at).append(',').append(names.get(at)).append(",,,\r\n");
            answers.append(100 + at).append(',').append(names.get(at)).append(",0\r\n");
            scales.append(100 + at).append(',').append(names.get(at)).append(",0.25\r\n");
        });
        long study = lab.study(Map.of("capacity", 1));
        long set = staff.upload("/api/v1/studies/" + study + "/sets", Lab.parts(manifest.toString(), Lab.zip(pictures)))
                .expect(201)
                .number("id");
        byte[] scale = scales.toString().getBytes(UTF_8);
        staff.upload(
                        "/api/v1/sets/" + set + "/imports",
                        Map.of("expression", answers.toString().getBytes(UTF_8), "valence", scale, "arousal", scale))
                .expect(201);
        return set;
    }

    /** By hand: everybody says happiness, code 0. */
    private static double brier(List<String> lines) {
        List<String> header = List.of(lines.get(0).split(","));
        int neutral = header.indexOf("neutral");
        return lines.stream()
                .skip(1)
                .mapToDouble(line -> {
                    String[] cells = line.split(",", -1);
                    return IntStream.range(0, CODES.size())
                            .mapToDouble(at -> Double.parseDouble(cells[neutral + at]) - (CODES.get(at) == 0 ? 1 : 0))
                            .map(off -> off * off)
                            .sum();
                })
                .average()
                .orElseThrow();
    }
}
