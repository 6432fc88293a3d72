package org.c25.export;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.c25.common.CsvLine;
import org.c25.common.Sha256;
import org.c25.testing.Api;
import org.c25.testing.Lab;
import org.c25.testing.OnBothDatabases;
import org.c25.testing.Person;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The data package is whole, true to its own description, and the same each time. */
@OnBothDatabases
class PackingDataTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @LocalServerPort
    int port;

    private Api staff;
    private Lab lab;

    @BeforeEach
    void aLab() {
        staff = Api.stranger(port).admin();
        lab = new Lab(staff);
    }

    /** Two of three places: one person is done, one has begun. */
    private long set() {
        long set = lab.openSet(
                lab.study(Map.of(
                        "name",
                        "Pack \"it\", <all>",
                        "contact",
                        "lab@example.org",
                        "capacity",
                        3,
                        "repeatShare",
                        0.5,
                        "repeatMinimumLag",
                        1,
                        "recruiter",
                        Map.of(
                                "name",
                                "Prolific",
                                "idParameter",
                                "PID",
                                "returnUrl",
                                "https://example.org/?cc=SECRETCODE"))),
                4);
        int trials = 6;
        for (String token : lab.invite(set, 2)) {
            Person person = new Person(Api.stranger(port), token);
            person.consent(Map.of("accepted", true, "locale", "en", "outsideId", "outsider" + trials))
                    .expect(200);
            for (int position = 0; position < trials; position++) {
                person.answer(position, position, 1 + position, 9 - position).expect(200);
            }
            trials -= 3;
        }
        return set;
    }

    private Map<String, byte[]> unpacked(byte[] zip) throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                assertThat(files.put(entry.getName(), in.readAllBytes()))
                        .as(entry.getName() + " is there once")
                        .isNull();
            }
        }
        return files;
    }

    @Test
    void theSameDataGiveTheSameBytesAndAnotherAnswerGivesOthers() {
        long set = set();
        byte[] first = lab.export(set, "data-package.zip");

        assertThat(lab.export(set, "data-package.zip")).isEqualTo(first);
        Person third = new Person(Api.stranger(port), lab.invite(set, 1).get(0));
        third.consent().expect(200);
        third.answer(0, 1, 1, 1).expect(200);
        assertThat(lab.export(set, "data-package.zip")).isNotEqualTo(first);
    }

    @Test
    void everyFileIsAsItsDescriptionSays() throws IOException {
        long set = set();
        Map<String, byte[]> files = unpacked(lab.export(set, "data-package.zip"));

        JsonNode description = JSON.readTree(files.get("datapackage.json"));
        assertThat(description.get("name").asString()).matches("[a-z0-9._-]+");
        assertThat(description.get("title").asString()).isEqualTo("Pack \"it\", <all>, set 1");
        List<String> described = description
                .get("resources")
                .valueStream()
                .map(resource -> resource.get("path").asString())
                .toList();
        assertThat(files.keySet())
                .containsAll(described)
                .hasSize(described.size() + 7)
                .contains(
                        "statistics.json",
                        "results.json",
                        "protocol.json",
                        "codebook.md",
                        "CITATION.cff",
                        "metadata.json");
        for (JsonNode resource : description.get("resources")) {
            byte[] bytes = files.get(resource.get("path").asString());
            assertThat(resource.get("name").asString()).matches("[a-z0-9._-]+");
            assertThat(resource.get("bytes").asInt()).isEqualTo(bytes.length);
            assertThat(resource.get("hash").asString()).isEqualTo("sha256:" + Sha256.of(bytes));
            String name = resource.get("path").asString();
            if (name.endsWith(".svg")) {
                assertThat(new String(bytes, UTF_8)).startsWith("<svg").endsWith("</svg>\n");
                continue;
            }
            expectCells(resource, new String(bytes, UTF_8));
            if (!name.matches("(trial-orders|statistics|coefficients|agreement-detail).*")) {
                assertThat(lab.export(set, name)).as(name).isEqualTo(bytes);
            }
        }
    }

    /**
     * The JSON schemas of Frictionless Data Package 1, as its own libraries have them. They don't ask for unique names, as
     * the libraries do.
     */
    @Test
    void frictionlessValidatorsTakeThePackageAndEveryResource() throws IOException {
        Map<String, byte[]> files = unpacked(lab.export(set(), "data-package.zip?affectNetLabels=true"));
        JsonNode description = JSON.readTree(files.get("datapackage.json"));

        assertThat(frictionless("data-package").validate(description)).isEmpty();
        assertThat(description.get("resources").valueStream().map(one -> one.get("name")))
                .doesNotHaveDuplicates();
        assertThat(description.get("resources").valueStream().map(one -> one.get("path")))
                .doesNotHaveDuplicates()
                .contains(
                        JSON.valueToTree("coefficients_set1_C3.csv"),
                        JSON.valueToTree("figures/coefficients_set1_C3.svg"));
        Schema tabular = frictionless("tabular-data-resource");
        for (JsonNode resource : description.get("resources")) {
            boolean table = resource.get("format").asString().equals("csv");
            assertThat(tabular.validate(resource).isEmpty())
                    .as(resource.get("path").asString())
                    .isEqualTo(table);
        }
        ObjectNode broken = description.deepCopy().asObject().put("name", "No Name");
        assertThat(frictionless("data-package").validate(broken)).isNotEmpty();
    }

    private static Schema frictionless(String profile) throws IOException {
        try (InputStream in = PackingDataTest.class.getResourceAsStream("/frictionless/" + profile + ".json")) {
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_4)
                    .getSchema(in, InputFormat.JSON);
        }
    }

    private static void expectCells(JsonNode resource, String text) {
        List<JsonNode> fields = resource.at("/schema/fields").valueStream().toList();
        boolean header = resource.at("/dialect/header").asBoolean();
        String missing = resource.at("/schema/missingValues/0").asString();
        assertThat(text).endsWith("\r\n");
        int row = 0;
        for (CsvRecord record : CsvReader.builder().ofCsvRecord(text)) {
            assertThat(record.getFieldCount()).isEqualTo(fields.size());
            for (int i = 0; i < fields.size(); i++) {
                String cell = record.getField(i);
                if (header && row == 0) {
                    assertThat(cell).isEqualTo(fields.get(i).get("name").asString());
                } else if (!cell.equals(missing)) {
                    assertThat(cell)
                            .as(resource.get("path") + " " + fields.get(i).get("name"))
                            .matches(
                                    switch (fields.get(i).get("type").asString()) {
                                        case "integer" -> "-?\\d+";
                                        case "number" -> "-?\\d+(\\.\\d+)?";
                                        case "datetime" -> "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?Z";
                                        default -> "(?s).+";
                                    });
                }
            }
            row++;
        }
        assertThat(row).isGreaterThan(1);
    }

    @Test
    void croissantPointsAtFilesAndColumnsThatAreThere() throws IOException {
        Map<String, byte[]> files = unpacked(lab.export(set(), "data-package.zip"));
        JsonNode croissant = JSON.readTree(files.get("metadata.json"));

        assertThat(croissant.get("conformsTo").asString()).isEqualTo("http://mlcommons.org/croissant/1.0");
        for (JsonNode file : croissant.get("distribution")) {
            assertThat(file.get("sha256").asString())
                    .isEqualTo(Sha256.of(files.get(file.get("contentUrl").asString())));
        }
        assertThat(croissant.get("recordSet").size()).isGreaterThan(8);
        for (JsonNode set : croissant.get("recordSet")) {
            for (JsonNode field : set.get("field")) {
                String file = field.at("/source/fileObject/@id").asString();
                String header =
                        new String(files.get(file), UTF_8).lines().findFirst().orElseThrow();
                assertThat(List.of(header.split(",")))
                        .contains(field.at("/source/extract/column").asString());
            }
        }
    }

    @Test
    void nothingInItTellsWhoTookPartNorWhatIsNotToBeHandedOn() throws IOException {
        long set = set();
        Map<String, byte[]> files = unpacked(lab.export(set, "data-package.zip"));
        StringBuilder all = new StringBuilder();
        files.values().forEach(bytes -> all.append(new String(bytes, UTF_8)));

        assertThat(all).doesNotContain("@example.org", "outsider", "SECRETCODE", "Prolific");
        assertThat(files.keySet()).noneMatch(name -> name.matches(".*(png|jpg|affectnet).*"));
        assertThat(JSON.readTree(files.get("protocol.json")).get("repeatShare").asDouble())
                .isEqualTo(0.5);
        assertThat(new String(files.get("codebook.md"), UTF_8)).contains("| `entropy` |", "| 7 | neutral |");
        assertThat(new String(files.get("CITATION.cff"), UTF_8)).contains("title: \"Pack \\\"it\\\", <all>, set 1\"");

        Map<String, byte[]> with = unpacked(lab.export(set, "data-package.zip?affectNetLabels=true"));
        String labels = "figures/label-confusion_set1_C3.svg";
        assertThat(with).containsKey(labels);
        assertThat(unpacked(lab.export(set, "data-package.zip")))
                .containsKey("figures/circumplex_set1_C3.svg")
                .doesNotContainKey(labels);
        assertThat(new String(with.get("affectnet-labels_set1_C3.csv"), UTF_8))
                .startsWith("index,filename,expression,valence,arousal\r\n1000,face-000.png,0,,\r\n");
    }

    @Test
    void theOrderOfTrialsIsThereWithItsSeed() throws IOException {
        String orders =
                new String(unpacked(lab.export(set(), "data-package.zip")).get("trial-orders_set1_C3.csv"), UTF_8);

        assertThat(orders.lines()).hasSize(1 + 2 * 6);
        assertThat(orders.lines().skip(1).filter(line -> !line.endsWith(","))).hasSize(2 * 2);
        assertThat(orders.lines().skip(1).map(line -> line.split(",")[1]).distinct())
                .hasSize(2);
    }

    @Test
    void theStatisticsAreThoseOfTheApi() throws IOException {
        long set = set();
        Map<String, byte[]> files = unpacked(lab.export(set, "data-package.zip"));
        JsonNode figures = staff.get("/api/v1/sets/" + set + "/agreement").json();

        assertThat(JSON.readTree(files.get("statistics.json"))).isEqualTo(figures);
        assertThat(new String(files.get("statistics_set1_C3.csv"), UTF_8).lines())
                .contains(
                        "dimension,figure,value,images,participants,pairs,undefined,warning",
                        ",participants,2,,,,,",
                        "expression,majorityCounts[0],"
                                + figures.at("/expression/majorityCounts/0").asInt() + ",,,,,",
                        "valence,grandMean,"
                                + CsvLine.text(figures.at("/valence/grandMean").asDouble()) + ",,,,,");
    }

    @Test
    void strangersGetNothing() {
        long set = set();

        Api.stranger(port)
                .get("/api/v1/sets/" + set + "/exports/data-package.zip")
                .expect(401);
        staff.post("/api/v1/sets/1000000/opening").expect(404);
        staff.get("/api/v1/sets/1000000/exports/data-package.zip").expect(404);
    }
}
