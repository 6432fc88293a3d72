package org.c25.export;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.c25.affect.Step;
import org.c25.testing.Api;
import org.c25.testing.Lab;
import org.c25.testing.OnBothDatabases;
import org.c25.testing.Person;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Whole C25 triples go in and come out, byte for byte. */
@OnBothDatabases
class ImportingAndExportingTest {

    @LocalServerPort
    int port;

    private Api staff;
    private Lab lab;

    @BeforeEach
    void aLab() {
        staff = Api.stranger(port).admin();
        lab = new Lab(staff);
    }

    @RepeatedTest(8)
    void aGeneratedTripleComesOutAsItWentIn(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        int capacity = 1 + random.nextInt(30);
        Triple triple = Triple.random(random, capacity, 1 + random.nextInt(60));
        long set = lab.bareSet(lab.study(Map.of("capacity", capacity)), triple.expression());

        int annotations = take(set, triple).expect(201).number("annotations");

        assertThat(annotations).isEqualTo(triple.answers());
        expectExport(set, capacity, triple);
    }

    @Test
    void aSetAsLargeAsThePublishedOnesComesOutAsItWentIn() {
        Triple triple = Triple.random(new Random(800), 25, 800);
        long set = lab.bareSet(lab.study(), triple.expression());

        int annotations = timed(set, triple);

        assertThat(annotations).isEqualTo(triple.answers());
        expectExport(set, 25, triple);
    }

    /** Set {@code C25_PUBLISHED_SET} to a folder with the three files of set 1. */
    @Test
    @EnabledIfEnvironmentVariable(
            named = "C25_PUBLISHED_SET",
            matches = ".+",
            disabledReason = "C25_PUBLISHED_SET names no folder with the three files of set 1")
    void thePublishedSetComesOutAsItWentIn() throws IOException {
        Path folder = Path.of(System.getenv("C25_PUBLISHED_SET"));
        Triple published = new Triple(
                Files.readAllBytes(folder.resolve("expression_set1_C25.csv")),
                Files.readAllBytes(folder.resolve("valence_set1_C25.csv")),
                Files.readAllBytes(folder.resolve("arousal_set1_C25.csv")),
                800 * 25);
        long set = lab.bareSet(lab.study(), published.expression());

        int annotations = timed(set, published);

        assertThat(annotations).isEqualTo(published.answers());
        expectExport(set, 25, published);
        assertThat(lab.progress(set).get("completed").asInt()).isEqualTo(25);
    }

    private int timed(long set, Triple triple) {
        long start = System.nanoTime();
        int annotations = take(set, triple).expect(201).number("annotations");
        System.out.printf(
                Locale.ROOT,
                "%s: %d answers imported in %.1f s%n",
                getClass().getSimpleName(),
                annotations,
                (System.nanoTime() - start) / 1e9);
        return annotations;
    }

    private void expectExport(long set, int capacity, Triple triple) {
        assertThat(lab.export(set, "expression_set1_C" + capacity + ".csv")).isEqualTo(triple.expression());
        assertThat(lab.export(set, "valence_set1_C" + capacity + ".csv")).isEqualTo(triple.valence());
        assertThat(lab.export(set, "arousal_set1_C" + capacity + ".csv")).isEqualTo(triple.arousal());
    }

    @Test
    void aFaultIsToldByFileLineAndColumnAndNothingIsTaken() {
        Triple triple = Triple.random(new Random(1), 3, 5);
        long set = lab.bareSet(lab.study(Map.of("capacity", 3)), triple.expression());
        String[] lines = new String(triple.valence(), UTF_8).split("\r\n", -1);
        lines[3] = lines[3].replaceAll("[^,]*$", "0.1");

        Api.Answer refused = take(
                        set,
                        new Triple(
                                triple.expression(), String.join("\r\n", lines).getBytes(UTF_8), triple.arousal(), 0))
                .expectFault(422, "valence");

        assertThat(refused.json().get("errors").get(0).get("line").asInt()).isEqualTo(4);
        assertThat(refused.json().get("errors").get(0).get("column").asString()).isEqualTo("participant2");
        assertThat(lab.progress(set).get("participants")).isEmpty();
        take(set, triple).expect(201);
    }

    @Test
    void aLineThatIsTooShortIsToldByItsNumber() {
        Triple triple = Triple.random(new Random(3), 3, 5);
        long set = lab.bareSet(lab.study(Map.of("capacity", 3)), triple.expression());
        String[] lines = new String(triple.arousal(), UTF_8).split("\r\n", -1);
        lines[2] = lines[2].replaceAll(",[^,]*$", "");

        Api.Answer refused = take(
                        set,
                        new Triple(
                                triple.expression(),
                                triple.valence(),
                                String.join("\r\n", lines).getBytes(UTF_8),
                                0))
                .expectFault(422, "arousal");

        assertThat(refused.json().get("errors").get(0).get("line").asInt()).isEqualTo(3);
        assertThat(refused.body()).contains("has 4 columns, and the header 5");
    }

    @Test
    void allThreeFilesAreNeeded() {
        Triple triple = Triple.random(new Random(2), 3, 5);
        long set = lab.bareSet(lab.study(Map.of("capacity", 3)), triple.expression());
        for (String missing : List.of("expression", "valence", "arousal")) {
            Map<String, Object> parts = triple.parts();
            parts.remove(missing);
            staff.upload("/api/v1/sets/" + set + "/imports", parts).expectFault(422, missing);
        }
    }

    @Test
    void aPlaceThatIsTakenIsNeverOverwritten() {
        long set = lab.openSet(lab.study(Map.of("capacity", 2)), 4);
        Person person = new Person(Api.stranger(port), lab.invite(set, 1).get(0));
        person.consent().expect(200);
        person.answer(0, 1, 1, 1).expect(200);
        byte[] before = lab.export(set, "expression_set1_C2.csv");
        String header = "index,filename,participant0,participant1\r\n";
        String rows =
                "1000,face-000.png,%1$s,%1$s\r\n1001,face-001.png,,\r\n1002,face-002.png,,\r\n1003,face-003.png,,\r\n";
        Triple triple = new Triple(
                (header + rows.formatted("3")).getBytes(UTF_8),
                (header + rows.formatted("0.5")).getBytes(UTF_8),
                (header + rows.formatted("0.5")).getBytes(UTF_8),
                2);

        take(set, triple).expectProblem(409, "participant0");

        assertThat(lab.export(set, "expression_set1_C2.csv")).isEqualTo(before);
        assertThat(lab.progress(set).get("participants")).hasSize(1);
    }

    @Test
    void aFileThatIsNotOneOfTheSetsIsNotFound() {
        long set = lab.openSet(lab.study(), 2);

        staff.get("/api/v1/sets/" + set + "/exports/expression_set2_C25.csv")
                .expectProblem(404, "expression_set1_C25.csv");
        assertThat(staff.get("/api/v1/sets/" + set + "/exports/valence_set1_C25.csv")
                        .expect(200)
                        .header("Content-Disposition"))
                .contains("valence_set1_C25.csv");
    }

    private Api.Answer take(long set, Triple triple) {
        return staff.upload("/api/v1/sets/" + set + "/imports", triple.parts());
    }

    /** @param answers per image and participant with at least one value */
    private record Triple(byte[] expression, byte[] valence, byte[] arousal, int answers) {

        Map<String, Object> parts() {
            return new LinkedHashMap<>(Map.of("expression", expression, "valence", valence, "arousal", arousal));
        }

        static Triple random(Random random, int capacity, int rows) {
            StringBuilder[] files = {new StringBuilder(), new StringBuilder(), new StringBuilder()};
            StringBuilder header = new StringBuilder("index,filename");
            for (int slot = 0; slot < capacity; slot++) {
                header.append(",participant").append(slot);
            }
            for (StringBuilder file : files) {
                file.append(header).append("\r\n");
            }
            int answers = 0;
            for (int row = 0; row < rows; row++) {
                String extension = List.of("jpg", "png", "JPG", "jpeg", "PNG").get(random.nextInt(5));
                for (StringBuilder file : files) {
                    file.append(row * 37 % 10007 + 1)
                            .append(",얼굴 ")
                            .append(row)
                            .append('.')
                            .append(extension);
                }
                for (int slot = 0; slot < capacity; slot++) {
                    boolean[] there = {random.nextInt(9) > 0, random.nextInt(9) > 0, random.nextInt(9) > 0};
                    answers += there[0] || there[1] || there[2] ? 1 : 0;
                    for (int dimension = 0; dimension < 3; dimension++) {
                        String value = dimension == 0
                                ? String.valueOf(random.nextInt(8))
                                : Step.c25Texts().get(random.nextInt(9));
                        files[dimension].append(',').append(there[dimension] ? value : "");
                    }
                }
                for (StringBuilder file : files) {
                    file.append("\r\n");
                }
            }
            return new Triple(
                    files[0].toString().getBytes(UTF_8),
                    files[1].toString().getBytes(UTF_8),
                    files[2].toString().getBytes(UTF_8),
                    answers);
        }
    }
}
