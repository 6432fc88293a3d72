package org.c25.models;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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

/** What a model says is held against what participants say, and changes nothing of theirs. */
@OnBothDatabases
class ComparingModelsTest {

    private static final double TINY = 1e-9;

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    private Api staff;
    private Lab lab;
    private long set;

    /** Four images; majorities 0 1 2 3, mean valences 0, 0.5, −1 and 0.25. */
    @BeforeEach
    void aSetWithThreePeople() {
        staff = Api.stranger(port).admin();
        lab = new Lab(staff);
        set = lab.bareSet(lab.study(Map.of("capacity", 3)), Lab.manifest(4).getBytes(UTF_8));
        byte[] expression = answers("0,0,1", "1,1,1", "2,2,0", "3,3,");
        byte[] scale = answers("0.0,0.25,-0.25", "0.5,0.5,0.5", "-1.0,-1.0,-1.0", "0.5,0.0,");
        staff.upload(
                        "/api/v1/sets/" + set + "/imports",
                        Map.of("expression", expression, "valence", scale, "arousal", scale))
                .expect(201);
    }

    private static byte[] answers(String... rows) {
        String lines = IntStream.range(0, rows.length)
                .mapToObj(i -> (1000 + i) + "," + Lab.filename(i) + "," + rows[i] + "\r\n")
                .collect(Collectors.joining());
        return ("index,filename,participant0,participant1,participant2\r\n" + lines).getBytes(UTF_8);
    }

    private static final String GOOD = "index,expression,valence\n1000,0,0.0\n1001,1,0.5\n1002,2,-0.5\n1003,0,0.25\n";

    private String models() {
        return "/api/v1/sets/" + set + "/models";
    }

    private Api.Answer add(String name, String csv) {
        return add(name, csv, Map.of());
    }

    private Api.Answer add(String name, String csv, Map<String, String> more) {
        Map<String, Object> parts = new HashMap<>(more);
        parts.put("name", name);
        parts.put("predictions", csv.getBytes(UTF_8));
        return staff.upload(models(), parts);
    }

    private JsonNode look(Api.Answer added, String query) {
        return staff.get(models() + "/" + added.number("id") + query)
                .expect(200)
                .json();
    }

    private static void close(JsonNode figures, String name, double value) {
        assertThat(figures.get(name).asDouble()).as(name).isEqualTo(value, within(TINY));
    }

    @Test
    void aModelIsHeldAgainstTheMajorityAndEachParticipant() {
        Api.Answer added = add("Net", GOOD, Map.of("note", "of last year")).expect(201);
        assertThat(added.text("name")).isEqualTo("Net");
        assertThat(added.number("images")).isEqualTo(4);
        assertThat(added.number("arousals")).isZero();

        JsonNode report = look(added, "");

        assertThat(report.get("model").get("sha256").asString()).isEqualTo(Sha256.of(GOOD));
        assertThat(report.get("model").get("note").asString()).isEqualTo("of last year");
        assertThat(report.get("model").get("addedBy").asString()).isEqualTo("admin");
        JsonNode expression = report.get("expression");
        close(expression, "accuracy", .75);
        // Chance: 0 once and twice, 1 and 2 once each, 3 once and never, of four.
        close(expression, "cohenKappa", (.75 - 4 / 16.0) / (1 - 4 / 16.0));
        assertThat(expression.get("confusion").get(3).toString()).isEqualTo("[1,0,0,0,0,0,0,0]");
        assertThat(expression.get("classes").get(0).get("precision").asDouble()).isEqualTo(.5);
        assertThat(expression.get("classes").get(7).get("recall").isNull()).isTrue();
        close(report.get("valence").get("mean"), "rmse", .25);
        close(report.get("valence").get("mean"), "bias", .125);
        assertThat(report.get("arousal").get("mean").get("ccc").isNull()).isTrue();
        assertThat(report.get("arousal").get("mean").get("images").asInt()).isZero();

        JsonNode third = report.get("participants").get(2);
        assertThat(third.get("participant").asInt()).isEqualTo(2);
        close(third.get("model"), "accuracy", 1 / 3.0);
        close(third.get("others"), "accuracy", 1 / 3.0);
        close(third.get("modelAndOthers"), "accuracy", 1);
        assertThat(report.get("betterThan").get("accuracy").get("of").asInt()).isEqualTo(3);
        assertThat(report.get("betterThan").get("accuracy").get("participants").asInt())
                .as("the third alone: the other two are right as often as the model, or more")
                .isEqualTo(1);
    }

    @Test
    void theListShowsModelsBesideParticipantsForWhatIsSelected() {
        add("Net", GOOD).expect(201);
        add("Another", "filename,expression\nface-000.png,happiness\n").expect(201);

        JsonNode all = staff.get(models()).expect(200).json();
        staff.get(models() + "?out=me").expectProblem(422, "out: is the number of a slot");
        JsonNode some = staff.get(models() + "?out=2&class=affectnet-happiness")
                .expect(200)
                .json();

        assertThat(all.get("models"))
                .extracting(model -> model.get("name").asString() + " " + model.get("images"))
                .containsExactly("Another 1", "Net 4");
        close(all.get("models").get(1).get("figures"), "accuracy", .75);
        assertThat(all.get("participants").get("accuracy").get("participants").asInt())
                .isEqualTo(3);
        assertThat(some.get("selection").asString())
                .isEqualTo("without participant2, images of AffectNet's class happiness");
        assertThat(some.get("images").asInt()).isEqualTo(1);
        close(some.get("models").get(1).get("figures"), "accuracy", 1);
        assertThat(some.get("models").get(0).get("images").asInt())
                .as("it speaks of another image alone")
                .isZero();
        staff.get(models() + "?out=3").expectFault(422, "out");
        staff.get(models() + "?class=fear").expectFault(422, "class");
    }

    @Test
    void whoIsLeftOutIsNotComparedAndDoesNotCount() {
        Api.Answer added = add("Net", GOOD).expect(201);

        JsonNode report = look(added, "?out=2");

        assertThat(report.get("participants"))
                .extracting(one -> one.get("participant").asInt())
                .containsExactly(0, 1);
        // Without the third: means 0.125, 0.5, −1 and 0.25.
        close(report.get("valence").get("mean"), "bias", (-.125 + .5) / 4);
        assertThat(look(added, "?complete=true").get("participants")).hasSize(2);
    }

    @Test
    void noFileAndNoStatisticOfTheParticipantsChanges() {
        List<String> files = List.of("expression_set1_C3.csv", "valence_set1_C3.csv", "arousal_set1_C3.csv");
        List<byte[]> before = files.stream().map(file -> lab.export(set, file)).toList();
        String agreement =
                staff.get("/api/v1/sets/" + set + "/agreement").expect(200).body();

        add("Net", GOOD).expect(201);

        for (int i = 0; i < files.size(); i++) {
            assertThat(lab.export(set, files.get(i))).as(files.get(i)).isEqualTo(before.get(i));
        }
        assertThat(staff.get("/api/v1/sets/" + set + "/agreement").expect(200).body())
                .isEqualTo(agreement);
        assertThat(lab.progress(set).get("participants")).hasSize(3);
    }

    @Test
    void whatIsWrongIsToldByLineAndNothingIsStored() {
        add("Net", "index,expression,valence\n1000,0,1.5\n1001,9,0\n77,1,0\n")
                .expectFault(422, "predictions")
                .expectProblem(422, "predictions, line 2, valence: is -1 to 1")
                .expectProblem(422, "line 4, index: the set has no image of index 77");
        add("  ", GOOD).expectFault(422, "name");
        add("n".repeat(101), GOOD).expectFault(422, "name");
        add("Net", GOOD, Map.of("coding", "fer2013")).expectFault(422, "coding");
        add("Net", "").expectFault(422, "predictions");
        staff.upload(models(), Map.of("name", "Net")).expectFault(422, "predictions");
        staff.upload(models(), Map.of("predictions", GOOD.getBytes(UTF_8))).expectFault(422, "name");

        assertThat(staff.get(models()).json().get("models")).isEmpty();
        assertThat(jdbc.sql("select count(*) from model_rater where set_id = ?")
                        .param(set)
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void aNameIsOnceInASet() {
        add("Net", GOOD).expect(201);

        add(" Net ", GOOD).expectProblem(409, "Net");

        long other = lab.bareSet(lab.study(), Lab.manifest(4).getBytes(UTF_8));
        staff.upload("/api/v1/sets/" + other + "/models", Map.of("name", "Net", "predictions", GOOD.getBytes(UTF_8)))
                .expect(201);
    }

    @Test
    void affectNetsCodesAreStoredAsThoseOfC25() {
        String csv = "index,expression,valence\n1000,1,-2\n1001,2,0.5\n1002,8,-2\n1003,3,1\n";
        Api.Answer added = add("Net", csv, Map.of("coding", "affectnet")).expect(201);
        assertThat(added.number("images")).isEqualTo(3);
        assertThat(added.number("noneOfTheEight")).isEqualTo(1);

        Api.Answer file = staff.get(models() + "/" + added.number("id") + "/predictions.csv")
                .expect(200);

        assertThat(file.body())
                .isEqualTo("index,filename,expression,valence,arousal\r\n1000,face-000.png,0,,\r\n"
                        + "1001,face-001.png,1,0.5,\r\n1003,face-003.png,2,1,\r\n");
        assertThat(file.header("Content-Disposition")).contains("model" + added.number("id") + "_set1_predictions.csv");
        Api.Answer again = add("Again", file.body()).expect(201);
        assertThat(look(again, "").get("expression")).isEqualTo(look(added, "").get("expression"));
    }

    @Test
    void theTableOfParticipantsHasARowAParticipant() {
        Api.Answer added = add("Net", GOOD).expect(201);

        Api.Answer file = staff.get(models() + "/" + added.number("id") + "/participants.csv?out=1")
                .expect(200);

        List<String> lines = file.body().lines().toList();
        assertThat(lines).hasSize(3);
        assertThat(lines.get(0)).startsWith("participant,model_expression_images,model_valence_images,");
        assertThat(lines.get(1)).startsWith("participant0,4,4,0,0.75,");
        assertThat(lines.get(2)).startsWith("participant2,3,3,0,0.333");
        assertThat(file.header("Content-Disposition")).contains("_participants_without-1.csv");
    }

    @Test
    void aModelIsRemovedWithItsPredictions() {
        Api.Answer added = add("Net", GOOD).expect(201);
        String address = models() + "/" + added.number("id");

        staff.delete(address).expect(204);

        staff.delete(address).expectProblem(404, "model");
        staff.get(address).expectProblem(404, "model");
        staff.get(address + "/predictions.csv").expect(404);
        assertThat(jdbc.sql("select count(*) from model_prediction where model_id = ?")
                        .param(added.number("id"))
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(jdbc.sql("select action from audit_event where subject = ? and action like 'model %' order by id")
                        .param("set " + set)
                        .query(String.class)
                        .list())
                .containsExactly("model added", "model removed");
        add("Net", GOOD).expect(201);
    }

    /** A picture that is removed or replaced is none that the model has seen. */
    @Test
    void imagesAreStillRemovedAndReplacedAndTheirPredictionsGoWithThem() {
        set = lab.draftSet(lab.study(), 4);
        Api.Answer added = add("Net", GOOD).expect(201);
        assertThat(look(added, "").get("predicted").asInt()).isEqualTo(4);

        staff.delete("/api/v1/sets/" + set + "/items/1001").expect(204);
        staff.putUpload("/api/v1/sets/" + set + "/items/1002/image", Map.of("image", Lab.picture("png", 77)))
                .expect(200);

        JsonNode report = look(added, "");
        assertThat(report.get("images").asInt()).isEqualTo(3);
        assertThat(report.get("predicted").asInt()).isEqualTo(2);
        assertThat(staff.get(models() + "/" + added.number("id") + "/predictions.csv")
                        .body())
                .contains("1000,face-000.png,0,0,", "1003,face-003.png,0,0.25,")
                .hasLineCount(3);
    }

    @Test
    void tenThousandImagesArePredictedInOneGo() {
        set = lab.bareSet(lab.study(), Lab.manifest(10_000).getBytes(UTF_8));
        String csv = IntStream.range(0, 10_000)
                .mapToObj(i -> (1000 + i) + "," + i % 8 + ",0.5,-0.25\n")
                .collect(Collectors.joining("", "index,expression,valence,arousal\n", ""));

        Api.Answer added = add("Net", csv).expect(201);

        assertThat(added.number("images")).isEqualTo(10_000);
    }

    @Test
    void whoMayNotSeeTheSetFindsNoModels() {
        Api.Answer added = add("Net", GOOD).expect(201);
        String address = models() + "/" + added.number("id");
        Api other = experimenter("models-" + set);

        other.get(models()).expectProblem(404, "set");
        other.get(address).expectProblem(404, "set");
        other.get(address + "/predictions.csv").expect(404);
        other.get(address + "/participants.csv").expect(404);
        other.delete(address).expectProblem(404, "set");
        other.upload(models(), Map.of("name", "Mine", "predictions", GOOD.getBytes(UTF_8)))
                .expectProblem(404, "set");
        Api.stranger(port).get(models()).expect(401);

        long elsewhere = lab.bareSet(lab.study(), Lab.manifest(4).getBytes(UTF_8));
        staff.get("/api/v1/sets/" + elsewhere + "/models/" + added.number("id")).expectProblem(404, "model");
        staff.delete("/api/v1/sets/" + elsewhere + "/models/" + added.number("id"))
                .expect(404);
        staff.get(address).expect(200);
    }

    private Api experimenter(String name) {
        jdbc.sql("""
                        insert into account (name, password_hash, password_made_up, role, enabled, created_at)
                        values (?, '{noop}a-password-of-theirs', false, 'EXPERIMENTER', true, current_timestamp)""").param(name).update();
        return Api.stranger(port).account(name, "a-password-of-theirs");
    }

    @Test
    void peopleAddLookAtAndRemoveAModelOnThePage() {
        Visitor visitor = new Visitor(port);
        visitor.signIn("admin", Api.ADMIN_PASSWORD);
        String page = "/sets/" + set + "/results/models";
        assertThat(visitor.get(page).body()).contains("No model has been added yet.", "data-part-content");

        String refused = visitor.upload(
                        page, Map.of("name", "A & B", "predictions", "index,valence\n1000,3\n".getBytes(UTF_8)), page)
                .body();
        assertThat(refused)
                .contains("Nothing was stored.", ">Predictions (CSV)</a>, line 2, valence", "value=\"A &amp; B\"");
        assertThat(visitor.upload(page, Map.of("name", "A & B", "predictions", new byte[0]), page)
                        .body())
                .contains("is empty");

        String query = "?out=2&complete=true";
        HttpResponse<String> added = visitor.upload(
                page + query, Map.of("name", "A & B", "note", "<b>x</b>", "predictions", GOOD.getBytes(UTF_8)), page);
        assertThat(added.uri().toString()).endsWith(page + query);
        assertThat(added.body())
                .contains(
                        "A &amp; B is added: 4 of 4 images predicted.",
                        "without participant2, complete participants only",
                        "&lt;b&gt;x&lt;/b&gt;",
                        "0.750",
                        "4/4");

        String model =
                Visitor.found("href=\"(/sets/\\d+/results/models/\\d+)\\?out=2&amp;complete=true\"", added.body());
        String one = visitor.get(model + query + "&sort=model-accuracy").body();
        assertThat(one)
                .contains(
                        "without participant2, complete participants only",
                        "heat-9 same",
                        "sort=others-kappa#participants",
                        model + "/participants.csv?out=2&amp;complete=true")
                .doesNotContain("<th scope=\"row\">participant2<");

        String gone = visitor.post(model + "/removal", Map.of(), model).body();
        assertThat(gone).contains("A &amp; B is removed.", "No model has been added yet.");
        assertThat(visitor.get(model).statusCode()).isEqualTo(404);
    }

    @Test
    void theTableOfParticipantsIsSortedByAnyColumn() {
        Visitor visitor = new Visitor(port);
        visitor.signIn("admin", Api.ADMIN_PASSWORD);
        String model = "/sets/" + set + "/results/models/"
                + add("Net", "index,expression\n1000,1\n1001,1\n1002,0\n")
                        .expect(201)
                        .number("id");

        assertThat(order(visitor.get(model).body())).containsExactly("0", "1", "2");
        assertThat(order(visitor.get(model + "?sort=model-accuracy").body())).containsExactly("2", "0", "1");
        assertThat(order(visitor.get(model + "?sort=others-accuracy").body())).containsExactly("0", "1", "2");
        assertThat(order(visitor.get(model + "?sort=nonsense").body())).containsExactly("0", "1", "2");
    }

    private static List<String> order(String page) {
        return Pattern.compile("<th scope=\"row\">participant(\\d)<")
                .matcher(page)
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    @Test
    void aSetWithoutAnswersOrASelectionWithoutPredictionsSaysSo() {
        Visitor visitor = new Visitor(port);
        visitor.signIn("admin", Api.ADMIN_PASSWORD);
        String model = "/sets/" + set + "/results/models/"
                + add("Net", "index,expression\n1000,1\n").expect(201).number("id");
        assertThat(visitor.get(model + "?class=affectnet-sadness").body())
                .contains("The model says nothing of the images you look at.");

        set = lab.draftSet(lab.study(), 2);
        long id = add("Net", "index,expression\n1000,1\n").expect(201).number("id");
        assertThat(visitor.get("/sets/" + set + "/results/models/" + id).body()).contains("Nobody has answered yet");
        assertThat(visitor.get("/sets/" + set + "/results/models").body()).contains("Nobody has answered yet", "1/2");
        assertThat(visitor.get("/sets/" + set + "/results/models?class=nonsense")
                        .statusCode())
                .isEqualTo(422);
    }
}
