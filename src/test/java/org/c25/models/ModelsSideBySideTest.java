package org.c25.models;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.c25.common.Sha256;
import org.c25.testing.Api;
import org.c25.testing.Lab;
import org.c25.testing.OnBothDatabases;
import org.c25.testing.Visitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Models come with their cards, are compared with each other, and looked at on images that they have not seen. */
@OnBothDatabases
class ModelsSideBySideTest {

    private static final double TINY = 1e-9;
    private static final int IMAGES = 20;

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    private Api staff;
    private Lab lab;
    private long set;

    /** Twenty images; three people all say expression i % 8 of image i, but for the third on the last five. */
    @BeforeEach
    void aSetWithThreePeople() {
        staff = Api.stranger(port).admin();
        lab = new Lab(staff);
        set = lab.bareSet(lab.study(Map.of("capacity", 3)), Lab.manifest(IMAGES).getBytes(UTF_8));
        byte[] expression = answers(i -> i % 8 + "," + i % 8 + "," + (i < 15 ? i % 8 : (i + 1) % 8));
        byte[] scale = answers(i -> i % 4 * .25 + "," + i % 4 * .25 + "," + (i % 4 + i % 2) * .25);
        staff.upload(
                        "/api/v1/sets/" + set + "/imports",
                        Map.of("expression", expression, "valence", scale, "arousal", scale))
                .expect(201);
    }

    private interface Cells {

        String of(int image);
    }

    private static byte[] answers(Cells cells) {
        return IntStream.range(0, IMAGES)
                .mapToObj(i -> (1000 + i) + "," + Lab.filename(i) + "," + cells.of(i) + "\r\n")
                .collect(Collectors.joining("", "index,filename,participant0,participant1,participant2\r\n", ""))
                .getBytes(UTF_8);
    }

    /** The trainer's file of a net that is wrong about the first so many images. */
    private static String predictions(int wrong) {
        return IntStream.range(0, IMAGES)
                .mapToObj(i -> (1000 + i) + "," + Lab.filename(i) + "," + (i < wrong ? (i + 2) % 8 : i % 8) + ","
                        + (i == 0 ? "1" : "0.25") + ",0." + i % 4 + ",0.5,0.5,0,0,0,0,0,0,"
                        + (i == 0 ? "valence" : "") + "\n")
                .collect(Collectors.joining(
                        "",
                        "index,filename,expression,valence,arousal,neutral,happiness,sadness,surprise,fear,disgust,"
                                + "anger,contempt,clamped\n",
                        ""));
    }

    /** A card of a net that was trained on the first twelve images, two of which chose its epoch. */
    private static String card(String predictions) {
        return """
                {"format": "c25-model", "formatVersion": 1, "architecture": {"name": "small <b>", "parameters": 310000},
                 "classes": [7, 0, 1, 2, 3, 4, 5], "seeds": [1, 2, 3],
                 "outputs": [{"file": "predictions.csv", "sha256": "%s"}],
                 "split": {"by": "image", "train": [%s], "validation": ["face-010.png", "face-011.png"], "test": []},
                 "metrics": {"test": {"accuracy": 0.81}}}
                """.formatted(
                        Sha256.of(predictions),
                        IntStream.range(0, 10)
                                .mapToObj(i -> "{\"filename\": \"" + Lab.filename(i) + "\"}")
                                .collect(Collectors.joining(", ")));
    }

    private String models() {
        return "/api/v1/sets/" + set + "/models";
    }

    private long add(String name, String csv, String card) {
        Map<String, Object> parts = new HashMap<>(Map.of("name", name, "predictions", csv.getBytes(UTF_8)));
        if (!card.isEmpty()) {
            parts.put("card", card.getBytes(UTF_8));
        }
        return staff.upload(models(), parts).expect(201).number("id");
    }

    private JsonNode json(String path) {
        return staff.get(models() + path).expect(200).json();
    }

    @Test
    void aModelKeepsItsCardAndIsLookedAtOnImagesItHasNotSeen() {
        String csv = predictions(6);
        long id = add("Net", csv, card(csv));

        JsonNode whole = json("/" + id);
        JsonNode heldOut = json("/" + id + "?heldOut=true");

        assertThat(whole.get("trainedOn").asInt()).isEqualTo(12);
        assertThat(whole.get("predicted").asInt()).isEqualTo(20);
        assertThat(whole.get("expression").get("accuracy").asDouble()).isEqualTo(.7, within(TINY));
        assertThat(whole.get("clamped").get("valence").asInt()).isEqualTo(1);
        assertThat(whole.get("model").get("splitKnown").asBoolean()).isTrue();
        assertThat(whole.get("model").get("cardSha256").asString()).isEqualTo(Sha256.of(card(csv)));
        assertThat(heldOut.get("predicted").asInt()).isEqualTo(8);
        assertThat(heldOut.get("expression").get("accuracy").asDouble()).isEqualTo(1);
        assertThat(heldOut.get("heldOut").asBoolean()).isTrue();
        // Half neutral, half happiness of each image: 0.5 where one of them is answered, else 1.5.
        assertThat(whole.get("calibration").get("answers").asInt()).isEqualTo(60);
        assertThat(whole.get("calibration").get("brier").asDouble()).isEqualTo((14 * .5 + 46 * 1.5) / 60, within(TINY));
        assertThat(heldOut.get("calibration").get("answers").asInt()).isEqualTo(24);
        assertThat(json("").get("models").get(0).get("trainedOn").asInt()).isEqualTo(12);

        String file = "/" + id + "/model.json";
        assertThat(staff.get(models() + file).expect(200).body()).isEqualTo(card(csv));
        assertThat(staff.get(models() + "/" + id + "/predictions.csv")
                        .expect(200)
                        .body())
                .contains(",contempt,neutral,clamped\r\n1000,face-000.png,2,1,0,0.5,0,", ",0.5,valence\r\n");
        staff.delete(models() + "/" + id).expect(204);
        staff.get(models() + file).expect(404);
        assertThat(jdbc.sql("select count(*) from model_card where model_id = ?")
                        .param(id)
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    /** The third differs from the other two on five images: held against it these are right on 15 of 20, as are all. */
    @Test
    void ceilingsAndIntervalsStandBesideTheFigures() {
        JsonNode net = json("/" + add("Net", predictions(6), ""));

        JsonNode ceiling = net.get("ceilings").get("accuracy");
        assertThat(ceiling.get("upper").asDouble()).isEqualTo((1 + 1 + .75) / 3, within(TINY));
        // Of the other and the third the smaller code counts on the last five: 7 0 1 2 3 and the next; 7 loses to 0.
        assertThat(ceiling.get("lower").asDouble()).isEqualTo((.95 + .95 + .75) / 3, within(TINY));
        assertThat(ceiling.get("model").asDouble()).isEqualTo((.7 + .7 + .45) / 3, within(TINY));
        assertThat(ceiling.get("participants").asInt()).isEqualTo(3);
        JsonNode interval = net.get("intervals").get("accuracy");
        assertThat(interval.get("value").asDouble()).isEqualTo(.7, within(TINY));
        assertThat(interval.get("low").asDouble()).isBetween(.4, .6);
        assertThat(interval.get("high").asDouble()).isBetween(.8, .95);
        JsonNode arousal = net.get("arousalCorrected");
        assertThat(arousal.get("reliabilityBy").asString()).isEqualTo("cronbachAlpha");
        assertThat(arousal.get("ceiling").asDouble())
                .isEqualTo(Math.sqrt(arousal.get("reliability").asDouble()), within(TINY));
        assertThat(net.get("trainedOn").isNull()).as("nobody knows").isTrue();
    }

    @Test
    void modelsAreComparedWithEachOtherOnTheSameImages() {
        String good = predictions(2);
        long first = add("A", good, card(good));
        long second = add("B", predictions(10), "");
        add("C", "index,expression\n1000,1\n", "");

        JsonNode all = json("/comparison");
        JsonNode two = json("/comparison?model=" + first + "&model=" + second);

        assertThat(all.get("models"))
                .extracting(one -> one.get("figures").get("expressionImages").asInt())
                .as("C speaks of one image alone")
                .containsOnly(1);
        assertThat(all.get("pairs")).hasSize(3);
        JsonNode pair = two.get("pairs").get(0);
        assertThat(pair.get("model").asLong()).isEqualTo(first);
        assertThat(pair.get("differences").get("accuracy").get("value").asDouble())
                .isEqualTo(.4, within(TINY));
        assertThat(pair.get("differences").get("accuracy").get("low").asDouble())
                .isPositive();
        assertThat(pair.get("accuracy").toString())
                .as("eight images on which A alone is right: 2 / 2⁸")
                .isEqualTo("{\"bothRight\":10,\"firstRight\":8,\"secondRight\":0,\"neitherRight\":2,\"p\":0.0078125,"
                        + "\"adjustedP\":0.0078125}");
        assertThat(pair.get("agreement").get("accuracy").asDouble()).isEqualTo(.6, within(TINY));
        staff.get(models() + "/comparison?model=" + first + "&heldOut=true").expect(200);
        staff.get(models() + "/comparison?heldOut=true")
                .expectFault(422, "heldOut")
                .expectProblem(422, "nobody knows it of B");
        staff.get(models() + "/" + second + "?heldOut=true").expectFault(422, "heldOut");
        staff.get(models() + "/comparison?model=999999").expectProblem(404, "model");
        staff.get(models() + "/comparison.csv?model=999999").expect(404);
    }

    @Test
    void theTablesHaveARowAFigureAndAPair() {
        String good = predictions(2);
        add("A", good, card(good));
        add("B", predictions(10), "");

        List<String> figures = staff.get(models() + "/comparison.csv")
                .expect(200)
                .body()
                .lines()
                .toList();
        List<String> differences = staff.get(models() + "/differences.csv")
                .expect(200)
                .body()
                .lines()
                .toList();

        assertThat(figures).hasSize(1 + 2 * 9);
        assertThat(figures.get(0))
                .isEqualTo("model,figure,value,low,high,images,people_median,people_least,people_greatest,model_mean,"
                        + "ceiling_lower,ceiling_upper,people,trained_on");
        assertThat(figures.get(1)).startsWith("A,accuracy,0.9,").endsWith(",3,12");
        assertThat(figures.get(10)).startsWith("B,accuracy,0.5,").endsWith(",3,");
        assertThat(differences).hasSize(1 + 9);
        assertThat(differences.get(1)).startsWith("A,B,accuracy,0.4,").endsWith(",20,0.6,10,8,0,2,0.0078125,0.0078125");
        assertThat(differences.get(2)).startsWith("A,B,kappa,").endsWith(",,,,,,");
    }

    @Test
    void theDataPackageHasTheTablesIfTheSetHasModelsAndAllElseAsItWas() throws IOException {
        Map<String, String> before = unzipped(lab.export(set, "data-package.zip"));
        add("A", predictions(2), "");

        Map<String, String> files = unzipped(lab.export(set, "data-package.zip"));

        assertThat(files).hasSize(before.size() + 2);
        before.forEach((name, content) -> {
            if (!List.of("codebook.md", "datapackage.json", "metadata.json").contains(name)) {
                assertThat(files.get(name)).as(name).isEqualTo(content);
            }
        });
        assertThat(files.get("models_set1_C3.csv"))
                .startsWith("model,figure,value,")
                .contains("A,accuracy,0.9,");
        assertThat(files.get("model-differences_set1_C3.csv")).hasLineCount(1);
        assertThat(files.get("codebook.md")).contains("models_set1_C3.csv", "ceiling_lower");
        assertThat(files.get("datapackage.json")).contains("models_set1_C3.csv");
    }

    private static Map<String, String> unzipped(byte[] zip) throws IOException {
        Map<String, String> files = new HashMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                files.put(entry.getName(), new String(in.readAllBytes(), UTF_8));
            }
        }
        return files;
    }

    @Test
    void aCardThatDoesNotFitIsRefusedAndNothingIsStored() {
        Map<String, Object> parts = Map.of(
                "name",
                "Net",
                "predictions",
                predictions(1).getBytes(UTF_8),
                "card",
                card(predictions(2)).getBytes(UTF_8));

        staff.upload(models(), parts).expectFault(422, "card").expectProblem(422, "other predictions");
        staff.upload(
                        models(),
                        Map.of(
                                "name",
                                "Net",
                                "predictions",
                                predictions(1).getBytes(UTF_8),
                                "card",
                                new byte[4_000_001]))
                .expectFault(422, "card");

        assertThat(json("").get("models")).isEmpty();
    }

    @Test
    void thePagesShowAllThatAndSayWhatIsMissing() {
        Visitor visitor = new Visitor(port);
        visitor.signIn("admin", Api.ADMIN_PASSWORD);
        String page = "/sets/" + set + "/results/models";
        assertThat(visitor.get(page + "/comparison").body()).contains("No model has been added yet.");
        String csv = predictions(6);
        assertThat(visitor.upload(
                                page,
                                Map.of("name", "Net", "predictions", csv.getBytes(UTF_8), "card", "{}".getBytes(UTF_8)),
                                page)
                        .body())
                .contains("Nothing was stored.", "Model card", "c25-model");
        assertThat(visitor.upload(
                                page,
                                Map.of(
                                        "name",
                                        "Net",
                                        "predictions",
                                        csv.getBytes(UTF_8),
                                        "card",
                                        card(csv).getBytes(UTF_8)),
                                page)
                        .body())
                .contains("Net is added", "trained on 12", "/comparison");

        String model = Visitor.found(
                "href=\"(/sets/\\d+/results/models/\\d+)\"", visitor.get(page).body());
        String one = visitor.get(model).body();
        assertThat(one)
                .contains(
                        "It was trained on 12 images of these.",
                        "no class for contempt",
                        "1 value of valence lay outside",
                        "small &lt;b&gt;; parameters 310000",
                        "test, accuracy",
                        "model.json",
                        "noise ceiling",
                        "below the others",
                        "Cronbach");
        assertThat(visitor.get(model + "?heldOut=true&out=0").body())
                .contains("You look at the images on which it was not trained.", "8 of 20 images predicted")
                .contains("participants.csv?heldOut=true&amp;out=0", "heldOut=true&amp;out=0&amp;sort=");

        assertThat(visitor.get(page + "/comparison").body())
                .contains("Images: 20.", "Lower ceiling", "Choose two models or more");
        add("Other", predictions(1), "");
        assertThat(visitor.get(page + "/comparison").body())
                .contains("not known", "Right alone", "0 : 5", "less Other", "comparison.csv", "differences.csv");
        assertThat(visitor.get(page + "/comparison?heldOut=true").body())
                .contains("nobody knows it of Other", "Only images on which none of them was trained")
                .doesNotContain("Lower ceiling");
        assertThat(visitor.get(page + "/comparison?out=0&out=1&out=2").body()).contains("Nobody has answered yet");
        add("Silent", "index,arousal\n1000,0\n", "");
        assertThat(visitor.get(page + "/comparison?class=majority-fear").body())
                .contains("There is no image of which all of these models speak.");
    }
}
