package org.c25.affectnet;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.c25.common.Sha256;
import org.c25.testing.AffectNet;
import org.c25.testing.Api;
import org.c25.testing.Databases;
import org.c25.testing.Lab;
import org.c25.testing.OnBothDatabases;
import org.c25.testing.Visitor;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;

/** Sets are chosen from AffectNet's own files, below one folder of the server, whole or not at all. */
@OnBothDatabases
class ChoosingFromAffectNetTest {

    private static final int ROWS = 48;
    private static final Path OUTSIDE = Databases.folder();
    private static final Path ROOT = Databases.folder();
    private static String training = "";

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    @Value("${c25.data-dir}")
    Path data;

    private Api staff;
    private Lab lab;
    private long study;

    @DynamicPropertySource
    static void aFolderForAffectNet(DynamicPropertyRegistry properties) {
        properties.add("c25.affectnet.root", ROOT::toString);
    }

    /** Six images of each class, the last of each with a small face; faces of 10 pixels in images of 24. */
    @BeforeAll
    static void theFilesOfAffectNet() throws IOException {
        StringBuilder csv = new StringBuilder(AffectNet.HEADER);
        for (int row = 0; row < ROWS; row++) {
            String path = path(row);
            csv.append(AffectNet.row(path, row < 40 ? 10 : 5, row % 8));
            Path file = ROOT.resolve("Manually_Annotated_Images").resolve(path);
            Files.createDirectories(file.getParent());
            Files.write(file, Lab.picture(path.endsWith("png") ? "png" : "jpg", row));
        }
        csv.append(AffectNet.row("9/gone.jpg", 200, 0)).append(AffectNet.row("9/none.jpg", 10, 10));
        training = csv.toString();
        Files.writeString(ROOT.resolve("training.csv"), training);
        Files.write(OUTSIDE.resolve("secret.csv"), training.getBytes(UTF_8));
        Path link = ROOT.resolve("link");
        if (!Files.exists(link)) {
            Files.createSymbolicLink(link, OUTSIDE);
        }
    }

    private static String path(int row) {
        return row % 5 + "/" + "%08x".formatted(row * 2654435761L & 0xffffffffL) + (row % 2 == 0 ? ".jpg" : ".png");
    }

    @BeforeEach
    void aStudy() {
        staff = Api.stranger(port).admin();
        lab = new Lab(staff);
        study = lab.study();
    }

    private static Map<String, Object> random(int number, int perClass) {
        return new HashMap<>(Map.of(
                "number", String.valueOf(number),
                "kind", "RANDOM",
                "trainingPath", "training.csv",
                "images", "Manually_Annotated_Images",
                "perClass", String.valueOf(perClass),
                "seed", "42"));
    }

    private static Map<String, Object> with(Map<String, Object> parts, String name, Object value) {
        Map<String, Object> all = new HashMap<>(parts);
        all.put(name, value);
        return all;
    }

    /** Without the neutral ones, among which is a row whose image is gone. */
    private static Map<String, Object> whole(Map<String, Object> parts) {
        return with(parts, "classes", "anger,contempt,disgust,fear,happiness,sadness,surprise");
    }

    private Api.Answer make(Map<String, Object> parts) {
        return make(study, parts);
    }

    private Api.Answer make(long study, Map<String, Object> parts) {
        return staff.upload("/api/v1/studies/" + study + "/sets/affectnet", parts);
    }

    private List<String> column(Api.Answer made, String column) {
        return jdbc.sql("select " + column + " from item where set_id = ? order by position")
                .param(made.json().get("id").asLong())
                .query((row, n) -> String.valueOf(row.getObject(1)))
                .list();
    }

    @Test
    void aRandomSetStandsInBlocksByClassAndIsStoredWithWhereItComesFrom() {
        Api.Answer made = make(whole(random(1, 5))).expect(201);

        assertThat(made.number("items")).isEqualTo(35);
        assertThat(made.json().get("missing").isEmpty()).isTrue();
        assertThat(column(made, "affectnet_expression").stream().distinct())
                .containsExactly("6", "7", "5", "4", "1", "2", "3");
        assertThat(column(made, "filename").subList(0, 5)).isSorted();
        assertThat(column(made, "face_width")).contains("10");
        assertThat(column(made, "score")).containsOnly("null");
        assertThat(jdbc.sql("select * from set_source where set_id = ?")
                        .param(made.json().get("id").asLong())
                        .query()
                        .singleRow())
                .containsEntry("rule", "RANDOM")
                .containsEntry("seed", 42L)
                .containsEntry("training_sha256", Sha256.of(training))
                .containsEntry("predictions_sha256", null)
                .extractingByKey("parameters")
                .asString()
                .contains("\"perClass\":5", "\"margin\":0.2", "\"trainingPath\":\"training.csv\"", "\"rows\":50");
    }

    @Test
    void facesAreCroppedToTheirBoxWithAMargin() {
        Api.Answer made = make(with(whole(random(1, 5)), "minimumFace", "6")).expect(201);

        assertThat(column(made, "image_width")).containsOnly("12");
        assertThat(column(made, "image_height")).containsOnly("12");
        assertThat(column(made, "image_type")).containsOnly("image/jpeg", "image/png");

        Api.Answer wide = make(with(with(whole(random(2, 5)), "minimumFace", "6"), "margin", "2"))
                .expect(201);
        assertThat(column(wide, "image_width")).containsOnly("24");
    }

    @Test
    void theSameSeedAndFilesGiveTheSameSetAndAnotherSeedAnother() {
        List<String> first = column(make(whole(random(1, 3))).expect(201), "filename");
        List<String> again = column(
                make(
                                lab.study(),
                                with(
                                        with(whole(random(7, 3)), "trainingPath", ""),
                                        "training",
                                        training.getBytes(UTF_8)))
                        .expect(201),
                "filename");
        List<String> other =
                column(make(with(whole(random(2, 3)), "seed", "43")).expect(201), "filename");

        assertThat(again).isEqualTo(first);
        assertThat(other).isNotEqualTo(first);
    }

    @Test
    void whatIsInOtherSetsIsLeftOutAndAClassThatFallsShortIsTold() {
        Api.Answer one = make(whole(random(1, 4))).expect(201);

        Api.Answer two = make(with(
                        whole(random(2, 4)), "excludeSets", one.json().get("id").asString()))
                .expect(201);

        assertThat(column(two, "filename")).hasSize(14).doesNotContainAnyElementsOf(column(one, "filename"));
        assertThat(two.json().get("missing").get("fear").asInt()).isEqualTo(2);
    }

    @Test
    void aConfusingSetIsRankedByWhatModelsSay() {
        StringBuilder predictions = new StringBuilder("filename,one,two\n");
        for (int row = 0; row < ROWS; row++) {
            String name = path(row).substring(path(row).indexOf('/') + 1);
            predictions
                    .append(name)
                    .append(',')
                    .append(row / 8 == 2 ? (row + 1) % 8 : row % 8)
                    .append(',')
                    .append(row / 8 == 2 || row / 8 == 4 ? "neutral" : String.valueOf(row % 8))
                    .append('\n');
        }
        Map<String, Object> parts = with(whole(random(1, 2)), "kind", "CONFUSING");

        Api.Answer made = make(with(parts, "predictions", predictions.toString().getBytes(UTF_8)))
                .expect(201);

        assertThat(column(made, "source_index").stream().map(index -> Integer.parseInt(index) / 8))
                .containsOnly(2, 4);
        assertThat(column(made, "score")).containsOnly("1.0", "0.5");
        assertThat(jdbc.sql("select predictions_sha256 from set_source where set_id = ?")
                        .param(made.json().get("id").asLong())
                        .query(String.class)
                        .single())
                .isEqualTo(Sha256.of(predictions.toString()));
        make(with(parts, "number", "2")).expectFault(422, "predictions");
        make(with(random(2, 2), "predictions", "index,a\n1,1\n".getBytes(UTF_8)))
                .expectFault(422, "predictions");
        make(with(with(parts, "number", "3"), "predictions", "index,a\n1,x\n".getBytes(UTF_8)))
                .expectProblem(422, "\"line\":2,\"column\":\"a\"");
    }

    @Test
    void aMissingImageIsNamedByRowAndFileAndNothingIsStored() throws IOException {
        long before = stored();

        Api.Answer refused = make(with(random(1, 5), "minimumFace", "100")).expectFault(422, "images");

        assertThat(refused.body()).contains("9/gone.jpg").contains("row 48").contains("\"line\":50");
        assertThat(stored()).isEqualTo(before);
        assertThat(jdbc.sql("select count(*) from image_set where study_id = ?")
                        .param(study)
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void anImageThatIsUnfitGivesWayToTheNextOfItsClassAndIsListed() {
        Map<String, Object> parts = with(random(1, 7), "classes", "neutral");

        Api.Answer made = make(parts).expect(201);

        assertThat(made.number("items")).isEqualTo(6);
        assertThat(made.json().at("/unfit/0/path").asString()).isEqualTo("9/gone.jpg");
        assertThat(made.json().at("/unfit/0/reason").asString()).isEqualTo("is not in the folder of images");
        assertThat(made.json().at("/missing/neutral").asInt()).isEqualTo(1);
        assertThat(column(make(lab.study(), parts).expect(201), "filename")).isEqualTo(column(made, "filename"));
        Visitor admin = new Visitor(port);
        admin.signIn("admin", Api.ADMIN_PASSWORD);
        assertThat(admin.get("/sets/" + made.json().get("id").asLong() + "/items")
                        .body())
                .contains("1 image was passed over", "9/gone.jpg");
        make(lab.study(), with(parts, "mostUnfit", "0")).expectFault(422, "mostUnfit");
    }

    @Test
    void aWholePictureNeedsNoBoxAndIsStoredAsItIs() {
        String csv = AffectNet.HEADER + path(0) + ",NULL,NULL,NULL,NULL,,0,0.5,0.25\n";
        Map<String, Object> parts = with(
                with(with(random(1, 1), "trainingPath", ""), "training", csv.getBytes(UTF_8)), "classes", "neutral");

        make(parts).expectProblem(422, "has no face box");
        Api.Answer made = make(with(parts, "wholePicture", "true")).expect(201);

        assertThat(column(made, "image_hash")).containsExactly(Sha256.of(Lab.picture("jpg", 0)));
        assertThat(column(made, "face_x")).containsExactly("null");
    }

    @Test
    void affectNetAsItIsGivenOutTodayNeedsNoTrainingCsv() throws IOException {
        Path set = Files.createDirectories(ROOT.resolve("train_set"));
        Files.createDirectories(set.resolve("images"));
        Files.createDirectories(set.resolve("annotations"));
        for (int n : new int[] {7, 12, 100}) {
            Files.write(set.resolve("images/" + n + ".jpg"), Lab.picture("jpg", n));
            Files.write(set.resolve("annotations/" + n + "_exp.npy"), NpyTest.text(String.valueOf(n % 8)));
            Files.write(set.resolve("annotations/" + n + "_val.npy"), NpyTest.text("-0.25"));
            Files.write(set.resolve("annotations/" + n + "_aro.npy"), NpyTest.text("0.5"));
        }

        Api.Answer made = make(with(with(random(1, 5), "trainingPath", "train_set"), "images", ""))
                .expect(201);

        assertThat(column(made, "source_index")).containsExactly("7", "100", "12");
        assertThat(column(made, "filename")).containsExactly("7.jpg", "100.jpg", "12.jpg");
        assertThat(column(made, "affectnet_valence")).containsOnly("-0.25");
        Files.write(set.resolve("annotations/12_exp.npy"), NpyTest.text("eleven"));
        make(lab.study(), with(with(random(1, 5), "trainingPath", "train_set"), "images", ""))
                .expectProblem(422, "annotations/12_exp.npy");
        Files.delete(set.resolve("annotations/12_exp.npy"));
    }

    private long stored() throws IOException {
        try (Stream<Path> files = Files.walk(data)) {
            return files.filter(file ->
                            Files.isRegularFile(file) && !file.toString().endsWith(".db"))
                    .count();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"../secret.csv", "link/secret.csv", "/etc/passwd", "nowhere.csv", "link", "."})
    void noPathLeadsOutOfTheFolder(String path) {
        make(with(random(1, 1), "trainingPath", path)).expectFault(422, "trainingPath");
        make(with(random(1, 1), "trainingPath", OUTSIDE.resolve("secret.csv").toString()))
                .expectFault(422, "trainingPath");
    }

    @ParameterizedTest
    @ValueSource(strings = {"..", "link", "/", "training.csv", "nowhere"})
    void noFolderOfImagesLiesOutsideOfIt(String path) {
        make(with(random(1, 1), "images", path)).expectFault(422, "images");
    }

    @Test
    void eachFieldIsAskedForByName() {
        for (String field : List.of("number", "kind")) {
            Map<String, Object> parts = random(1, 1);
            parts.remove(field);
            make(parts).expectFault(422, field);
        }
        for (String[] wrong : new String[][] {
            {"number", "first"},
            {"number", "0"},
            {"kind", "CUSTOM"},
            {"perClass", "0"},
            {"perClass", "10001"},
            {"perClass", "many"},
            {"classes", ""},
            {"classes", "joy"},
            {"seed", "lucky"},
            {"minimumFace", "-1"},
            {"excludeSets", "987654"},
            {"excludeSets", "x"},
            {"margin", "2.1"},
            {"margin", "NaN"},
            {"mostUnfit", "501"},
            {"mostUnfit", "some"},
            {"wholePicture", "perhaps"},
            {"training", "a text"},
        }) {
            make(with(random(1, 1), wrong[0], wrong[1])).expectFault(422, wrong[0]);
        }
        make(with(with(random(1, 1), "kind", "CONFUSING"), "rule", "RANDOM")).expectFault(422, "rule");
        make(with(random(1, 1), "trainingPath", "")).expectFault(422, "training");
        make(with(random(1, 1), "training", training.getBytes(UTF_8))).expectFault(422, "trainingPath");
        make(with(with(random(1, 1), "trainingPath", ""), "training", "a,b\n1,2\n".getBytes(UTF_8)))
                .expectProblem(422, "is not AffectNet's Training.csv");
        make(with(random(1, 1), "minimumFace", "999")).expectFault(422, "minimumFace");
        Api.stranger(port)
                .upload("/api/v1/studies/" + study + "/sets/affectnet", random(1, 1))
                .expect(401);
    }

    @Test
    void theApiTellsWhatItTakes() {
        JsonNode api = staff.get("/api/v1/openapi").expect(200).json();

        assertThat(api.at("/paths/~1api~1v1~1studies~1{study}~1sets~1affectnet/post/requestBody")
                        .toString())
                .contains("multipart/form-data", "AffectNetForm", "AffectNetFiles");
        assertThat(api.at("/components/schemas/AffectNetForm/required").toString())
                .contains("number", "kind")
                .doesNotContain("seed");
        assertThat(api.at("/components/schemas/AffectNetForm/properties").propertyNames())
                .containsExactlyInAnyOrder(
                        "number",
                        "kind",
                        "trainingPath",
                        "images",
                        "perClass",
                        "classes",
                        "seed",
                        "minimumFace",
                        "excludeSets",
                        "wholePicture",
                        "mostUnfit",
                        "models",
                        "rule",
                        "margin");
        assertThat(api.at("/components/schemas/AffectNetFiles/properties/training/format")
                        .asString())
                .isEqualTo("binary");
    }

    @Test
    void aNumberIsUsedOnceInAStudy() {
        make(whole(random(1, 1))).expect(201);

        make(whole(random(1, 1))).expectProblem(409, "1");
    }

    @Test
    void thePageMakesTheSameSetAndTellsFaultsBesideTheForm() {
        Visitor person = new Visitor(port);
        person.signIn("admin", Api.ADMIN_PASSWORD);
        String page = "/studies/" + study + "/sets/affectnet";
        assertThat(person.get("/studies/" + study).body()).contains(page);
        assertThat(person.get(page).body()).contains("name=\"trainingPath\"").doesNotContain("no folder for AffectNet");

        HttpResponse<String> refused = person.upload(page, with(random(1, 3), "seed", "lucky"), page);
        assertThat(refused.statusCode()).isEqualTo(200);
        assertThat(refused.body()).contains(">Seed</a>: ", "a whole number of 64 bits", "value=\"lucky\"");

        HttpResponse<String> made = person.upload(page, whole(random(1, 7)), page);
        assertThat(made.uri().getPath()).matches("/sets/\\d+");
        assertThat(made.body()).contains("Set 1 is made: 42 images. 1 image of anger is missing.");

        String items = person.get(made.uri().getPath() + "/items").body();
        assertThat(items)
                .contains("<dt>anger</dt><dd>6</dd>")
                .contains("<code>42</code>")
                .contains(Sha256.of(training))
                .doesNotContain("score ");
    }

    private Api.Answer succeed(long set, String index, Map<String, Object> parts) {
        return staff.upload("/api/v1/sets/" + set + "/items/" + index + "/successor", parts);
    }

    @Test
    void theNextOfItsClassTakesThePlaceOfAnImageAndNoneComesBack() {
        Api.Answer five = make(whole(random(1, 5))).expect(201);
        Api.Answer made = make(whole(random(2, 4))).expect(201);
        long set = made.json().get("id").asLong();
        List<String> indexes = column(made, "source_index");
        String next = column(five, "source_index").stream()
                .filter(index -> !indexes.contains(index))
                .findFirst()
                .orElseThrow();
        String gone = indexes.get(0);

        Api.Answer now = succeed(set, gone, Map.of("x", "y")).expect(200);

        assertThat(now.text("index")).isEqualTo(next);
        assertThat(column(made, "source_index")).hasSize(28).contains(next).doesNotContain(gone);
        assertThat(column(made, "affectnet_expression").stream().distinct())
                .containsExactly("6", "7", "5", "4", "1", "2", "3");
        assertThat(column(made, "filename").subList(0, 4)).isSorted();
        assertThat(column(made, "position"))
                .containsExactlyElementsOf(
                        IntStream.range(0, 28).mapToObj(String::valueOf).toList());
        assertThat(column(made, "face_width")).doesNotContain("null");
        succeed(set, next, Map.of("x", "y")).expect(200);
        succeed(set, column(made, "source_index").get(0), Map.of("x", "y"))
                .expectProblem(409, "No other image of the class anger is left");
        assertThat(column(made, "source_index")).hasSize(28).doesNotContain(gone, next);
    }

    @Test
    void whatIsNotOnTheServerAnyMoreIsToBeSentAgain() {
        Map<String, Object> sent = with(whole(random(1, 2)), "training", training.getBytes(UTF_8));
        sent.remove("trainingPath");
        Api.Answer made = make(sent).expect(201);
        long set = made.json().get("id").asLong();
        String index = column(made, "source_index").get(3);
        Visitor visitor = new Visitor(port);
        visitor.signIn("admin", Api.ADMIN_PASSWORD);

        succeed(set, index, Map.of("x", "y")).expectFault(422, "training");
        assertThat(visitor.get("/sets/" + set + "/images/" + index).body())
                .contains("Training.csv was sent when the set was made");
        succeed(set, index, Map.of("training", (training + AffectNet.row("9/more.jpg", 10, 1)).getBytes(UTF_8)))
                .expectProblem(422, "another file");
        HttpResponse<String> sheet = visitor.upload(
                "/sets/" + set + "/images/" + index + "/successor",
                Map.of("training", training.getBytes(UTF_8)),
                "/sets/" + set + "/images/" + index);
        assertThat(sheet.body())
                .contains("the next of its class, is in its place", "was replaced by the next of its class");
    }

    @Test
    void aConfusingSetsNextIsTheNextByItsRuleWithTheSamePredictions() {
        StringBuilder csv = new StringBuilder("index,one\n");
        for (int row = 0; row < 40; row++) {
            csv.append(row)
                    .append(',')
                    .append(row < 24 ? (row + 1) % 8 : row % 8)
                    .append('\n');
        }
        byte[] predictions = csv.toString().getBytes(UTF_8);
        Map<String, Object> parts = with(whole(random(1, 2)), "kind", "CONFUSING");
        Api.Answer made = make(with(parts, "predictions", predictions)).expect(201);
        long set = made.json().get("id").asLong();
        String gone = column(made, "source_index").get(0);

        succeed(set, gone, Map.of("x", "y")).expectFault(422, "predictions");
        succeed(set, gone, Map.of("predictions", "index,one\n1,1\n".getBytes(UTF_8)))
                .expectProblem(422, "another file");
        Api.Answer now = succeed(set, gone, Map.of("predictions", predictions)).expect(200);

        assertThat(Integer.parseInt(now.text("index")))
                .as("the third that models contradict")
                .isLessThan(24);
        assertThat(column(made, "score")).containsOnly("1.0");
        staff.delete("/api/v1/sets/" + set + "/items/" + now.text("index")).expect(204);
        Api.Answer last = succeed(set, column(made, "source_index").get(0), Map.of("predictions", predictions))
                .expect(200);
        assertThat(Integer.parseInt(last.text("index"))).isGreaterThanOrEqualTo(24);
    }

    @Test
    void whoWaitsIsToldWhatTheServerDoesAndNobodyElse() {
        StringBuilder large = new StringBuilder(AffectNet.HEADER);
        for (int row = 0; row < 60_000; row++) {
            large.append(AffectNet.row(row < ROWS ? path(row) : row + "/none-" + row + ".jpg", 10, row < ROWS ? 1 : 9));
        }
        String work = UUID.randomUUID().toString();
        Visitor visitor = new Visitor(port);
        visitor.signIn("admin", Api.ADMIN_PASSWORD);
        String page = "/studies/" + study + "/sets/affectnet";
        Map<String, Object> parts = new HashMap<>(Map.of(
                "number", "1",
                "kind", "RANDOM",
                "images", "Manually_Annotated_Images",
                "perClass", "48",
                "classes", "happiness",
                "training", large.toString().getBytes(UTF_8),
                "work", work));
        Visitor waiting = new Visitor(port);
        waiting.signIn("admin", Api.ADMIN_PASSWORD);
        CompletableFuture<HttpResponse<String>> made =
                CompletableFuture.supplyAsync(() -> visitor.upload(page, parts, page));
        Set<String> words = new HashSet<>();
        while (!made.isDone()) {
            HttpResponse<String> doing = waiting.get("/work/" + work);
            assertThat(doing.statusCode()).isIn(200, 204);
            words.add(doing.body());
        }

        assertThat(made.join().body()).contains("is made: 48 images");
        assertThat(words).anyMatch(doing -> doing.matches("\\{\"words\":\"(Reading|Cropping|Storing) .*"));
        assertThat(waiting.get("/work/" + work).statusCode())
                .as("once it has ended")
                .isEqualTo(204);
        assertThat(new Visitor(port).get("/work/" + work).body()).contains("Sign in");
    }
}
