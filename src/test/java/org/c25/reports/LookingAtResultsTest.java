package org.c25.reports;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import org.c25.figures.Drift;
import org.c25.testing.Api;
import org.c25.testing.Lab;
import org.c25.testing.OnBothDatabases;
import org.c25.testing.Person;
import org.c25.testing.Visitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.w3c.dom.Document;
import tools.jackson.databind.JsonNode;

/** What came out of a set, as people see it on its page and programs fetch it. */
@OnBothDatabases
class LookingAtResultsTest {

    private static final String MANIFEST = """
            index,filename,expression
            10,a.png,1
            11,b.png,2
            12,c.png,6
            """;
    private static final String HEADER = "index,filename,participant0,participant1,participant2,participant3";

    @LocalServerPort
    int port;

    private Api staff;
    private Lab lab;

    @BeforeEach
    void aLab() {
        staff = Api.stranger(port).admin();
        lab = new Lab(staff);
    }

    @Test
    void theCurveCountsImagesByHowManyAgree() {
        assertThat(csv(rated(), "agreement-curve"))
                .containsExactly(
                        "agreeing,expression,valence,valence_within_a_step,arousal,arousal_within_a_step,selection",
                        "0,3,3,3,3,3,all answers",
                        "1,3,3,3,3,3,all answers",
                        "2,3,3,3,3,3,all answers",
                        "3,2,2,3,1,3,all answers",
                        "4,1,1,3,1,3,all answers");
    }

    @Test
    void theCircumplexHasMeansAndStandardErrors() {
        assertThat(csv(rated(), "circumplex"))
                .contains(
                        "10,a.png,0,0,4,0.4375,0.0625,4,0,happiness,3,0,all answers",
                        "12,c.png,0.875,0.07216878364870322,4,-1,0,4,5,anger,4,0,all answers");
    }

    @Test
    void tiesAreCountedWhereTheSmallestCodePutsThem() {
        assertThat(csv(rated(), "vote-distribution"))
                .contains("0,happiness,5,2,1,all answers", "1,sadness,3,0,0,all answers", "5,anger,4,1,0,all answers");
    }

    @Test
    void theMajorityIsSetAgainstAffectNetsLabel() {
        long set = rated();

        assertThat(csv(set, "label-confusion"))
                .contains(
                        "happiness,happiness,1,all answers",
                        "sadness,happiness,1,all answers",
                        "anger,anger,1,all answers",
                        "anger,sadness,0,all answers");
        assertThat(svg(set, "label-confusion")).contains("2 of 3 images have the same label (66.7 %)");
    }

    @Test
    void pairsStandInTheOrderOfTheirMeans() {
        List<String> lines = csv(rated(), "pairs-expression");

        assertThat(lines).hasSize(1 + 4 * 3);
        assertThat(lines.get(1)).startsWith("1,0,1,1,0.66666666666666").endsWith(",all answers");
        assertThat(lines.subList(10, 13)).allMatch(line -> line.startsWith("4,3,"));
    }

    @Test
    void whoIsLeftOutIsLeftOutOfEverythingAndTheFileSaysSo() {
        long set = rated();
        String query = "?out=3&out=2&class=majority-happiness";

        Api.Answer file = staff.get("/api/v1/sets/" + set + "/figures/agreement-curve.csv" + query)
                .expect(200);

        assertThat(file.header("Content-Disposition"))
                .contains("agreement-curve_set1_C4_without-2-3_majority-happiness.csv");
        assertThat(file.body().lines())
                .containsExactly(
                        "agreeing,expression,valence,valence_within_a_step,arousal,arousal_within_a_step,selection",
                        "0,1,1,1,1,1,\"without participant2 and participant3, images of majority vote happiness\"",
                        "1,1,1,1,1,1,\"without participant2 and participant3, images of majority vote happiness\"",
                        "2,1,1,1,1,1,\"without participant2 and participant3, images of majority vote happiness\"");
        for (String figure : figures()) {
            assertThat(svg(set, figure + ".svg" + query))
                    .as(figure)
                    .contains("Set 1: 2 participants, 1 image, without participant2 and participant3");
        }
    }

    @Test
    void aChoiceThatLeavesNothingIsNoFault() {
        long set = rated();
        Visitor admin = signedIn();

        for (String choice : List.of("?class=majority-fear", "?out=0&out=1&out=2&out=3", "?out=0&out=1&out=2")) {
            for (String figure : figures()) {
                assertThat(svg(set, figure + ".svg" + choice))
                        .as(figure + choice)
                        .endsWith("</svg>\n");
                csv(set, figure + ".csv" + choice);
            }
            staff.get("/api/v1/sets/" + set + "/results" + choice).expect(200);
            for (String part : List.of("", "/coefficients", "/participants", "/self-agreement", "/votes", "/models")) {
                assertThat(admin.get("/sets/" + set + "/results" + part + choice)
                                .statusCode())
                        .as(part + choice)
                        .isEqualTo(200);
            }
        }
        assertThat(admin.get("/sets/" + set + "/results?class=majority-fear").body())
                .contains("Nothing is left to look at.");
    }

    @Test
    void onlyWhoAnsweredEveryImageCountsIfThatIsAsked() {
        long set = rated("0,0,0,", "1,1,0,0", "5,5,5,5");

        assertThat(csv(set, "vote-distribution").get(1)).isEqualTo("0,happiness,5,2,1,all answers");
        assertThat(csv(set, "vote-distribution.csv?complete=true").get(1))
                .isEqualTo("0,happiness,4,1,0,complete participants only");
    }

    @Test
    void everyFigureIsAPictureOfTheSameBytesEachTime() throws Exception {
        long set = rated();

        assertThat(figures()).contains("coefficients", "agreement-curve", "circumplex", "pairs-valence", "drift");
        for (String figure : figures()) {
            String svg = svg(set, figure);
            assertThat(parsed(svg).getDocumentElement().getTagName()).as(figure).isEqualTo("svg");
            assertThat(svg).as(figure).doesNotContain("NaN", "Infinity", "style=", "<script");
            assertThat(svg(set, figure)).as(figure).isEqualTo(svg);
        }
    }

    @Test
    void aSetWithoutAnswersHasFiguresThatSayWhyTheyAreEmpty() throws Exception {
        long set = lab.draftSet(lab.study(Map.of("capacity", 4)), 2);

        for (String figure : figures()) {
            String svg = svg(set, figure);
            parsed(svg);
            assertThat(svg)
                    .as(figure)
                    .containsAnyOf(
                            "Nobody has answered yet.",
                            "It takes two participants to agree.",
                            "There are no answers",
                            "No image has both");
        }
        Visitor admin = signedIn();
        assertThat(admin.get("/sets/" + set + "/results").body()).contains("Nobody has answered yet.");
        assertThat(admin.get("/sets/" + set + "/results/coefficients").statusCode())
                .isEqualTo(200);
        assertThat(admin.get("/sets/" + set + "/results/participants").body()).contains("Nobody has answered yet.");
        assertThat(admin.get("/sets/" + set + "/results/votes").statusCode()).isEqualTo(200);
        assertThat(admin.get("/sets/" + set + "/results/images/1000").body())
                .contains("Nobody has rated this image yet.");
    }

    @Test
    void aPictureIsNeverOlderThanTheAnswers() {
        long study = lab.study(Map.of("capacity", 2, "repeatShare", 0));
        long set = lab.openSet(study, 2);
        Person person = new Person(Api.stranger(port), lab.invite(set, 1).get(0));
        person.consent().expect(200);
        person.answer(0, 3, 5, 5).expect(200);
        assertThat(csv(set, "vote-distribution").get(4)).isEqualTo("3,fear,1,1,0,all answers");

        person.answer(0, 4, 5, 5).expect(200);
        assertThat(csv(set, "vote-distribution").get(4)).isEqualTo("3,fear,0,0,0,all answers");
        assertThat(csv(set, "drift")).as("who rated here has an order").hasSize(1 + Drift.STRETCHES);
    }

    @Test
    void whoSawAnImageTwiceIsComparedWithThemself() {
        long set = lab.openSet(lab.study(Map.of("capacity", 1, "repeatShare", 1, "repeatMinimumLag", 1)), 2);
        Person person = new Person(Api.stranger(port), lab.invite(set, 1).get(0));
        person.consent().expect(200);
        for (int position = 0; position < 4; position++) {
            person.answer(position, 3, position + 1, 5).expect(200);
        }

        List<String> lines = staff.get("/api/v1/sets/" + set + "/self-agreement.csv")
                .expect(200)
                .body()
                .lines()
                .toList();

        assertThat(lines).hasSize(3);
        assertThat(lines.get(1)).startsWith("all,2,1,");
        assertThat(lines.get(2)).startsWith("0,2,1,");
        String page = signedIn().get("/sets/" + set + "/results/self-agreement").body();
        assertThat(page).contains("participant0");
        assertThat(page.split("<td class=\"number\"", -1))
                .as("nine figures of all and nine of one")
                .hasSize(1 + 2 * 9);
        assertThat(staff.get("/api/v1/sets/" + set + "/self-agreement.csv?out=0")
                        .expect(200)
                        .body()
                        .lines())
                .hasSize(1);
    }

    @Test
    void programsGetEveryCoefficientWithItsInterval() {
        JsonNode results = staff.get("/api/v1/sets/" + rated() + "/results?out=3")
                .expect(200)
                .json();

        assertThat(results.get("selection").asString()).isEqualTo("without participant3");
        assertThat(results.get("participants")).hasSize(3);
        assertThat(results.get("coefficients")).hasSize(5 + 2 * 13);
        JsonNode percent = results.get("coefficients").get(0);
        assertThat(percent.get("value").asDouble()).isEqualTo(7 / 9.0, within(1e-15));
        assertThat(percent.get("standardError").asDouble()).isPositive();
        assertThat(percent.get("images").asInt()).isEqualTo(3);
        assertThat(percent.get("participants").asInt()).isEqualTo(3);
        assertThat(percent.get("pairs").isNull()).isTrue();
        assertThat(percent.get("low").isNull()).as("of three images").isTrue();
        assertThat(percent.get("warning").asString()).contains("fewer than 10 images");
        assertThat(percent.get("undefined").isNull()).isTrue();
        JsonNode cohen = results.get("coefficients").get(4);
        assertThat(cohen.get("pairs").asInt()).isEqualTo(3);
        assertThat(results.get("dawidSkene").get("converged").asBoolean()).isTrue();
    }

    /** Twelve images, three people, of whom the last answered one: what rests on how much, on the page, in files and for programs. */
    @Test
    void everyCoefficientSaysWhatItRestsOnOrWhyThereIsNone() {
        long set = started();
        Visitor admin = signedIn();

        JsonNode results =
                staff.get("/api/v1/sets/" + set + "/results").expect(200).json();
        JsonNode kappa = coefficient(results, "expression", "fleissKappa");
        assertThat(kappa.get("images").asInt()).isEqualTo(12);
        assertThat(kappa.get("participants").asInt()).isEqualTo(3);
        assertThat(kappa.get("low").asDouble()).isLessThan(kappa.get("value").asDouble());
        assertThat(kappa.get("warning").asString()).isEqualTo("rests on fewer than 50 images");
        JsonNode alpha = coefficient(results, "valence", "krippendorffAlphaInterval");
        assertThat(alpha.get("interval").asString()).contains("1000 draws", "seed 25");
        assertThat(coefficient(results, "expression", "meanCohenKappa")
                        .get("pairs")
                        .asInt())
                .isEqualTo(1);
        JsonNode icc = coefficient(results, "valence", "icc21");
        assertThat(icc.get("value").isNull()).isTrue();
        assertThat(icc.get("images").asInt()).isEqualTo(1);
        assertThat(icc.get("undefined").asString()).contains("two images that all participants have answered");

        String page = admin.get("/sets/" + set + "/results/coefficients").body();
        assertThat(page)
                .contains("12 images, 3 participants", "1 image, 3 participants", "12 images, 1 pair", ">few</small>")
                .contains("it takes two images that all participants have answered", "results?complete=true");
        assertThat(admin.get("/sets/" + set + "/results/coefficients?complete=true")
                        .body())
                .contains("12 images, 2 participants")
                .doesNotContain("Look at complete participants only", "it takes two images");
        assertThat(admin.get("/sets/" + set + "/results").body()).contains("rests on fewer than 50 images");
        assertThat(svg(set, "coefficients"))
                .contains("12 images, 3 participants", "12 images, 1 pair", "– it takes two images");
        assertThat(csv(set, "coefficients"))
                .anyMatch(line -> line.startsWith("1,3,1,valence,icc21,,,,,,,it takes two images"))
                .anyMatch(line -> line.startsWith("1,3,12,expression,fleissKappa,0."));
        assertThat(csv(set, "pairs-kappa"))
                .anyMatch(line -> line.matches("\\d,0,1,[^,]+,[^,]+,,12,1,all answers"))
                .anyMatch(line -> line.matches("\\d,0,2,,[^,]+,,1,1,all answers"));
        assertThat(admin.get("/sets/" + set + "/results/participants").body()).contains(">few</small>");
        assertThat(admin.get("/sets/" + set + "/quality/what-if?without=2&chosen=true")
                        .body())
                .contains("it takes two images")
                .contains("12 images, 3 participants, few", "12 images, 2 participants, few");
    }

    private static JsonNode coefficient(JsonNode results, String dimension, String name) {
        return results.get("coefficients")
                .valueStream()
                .filter(one -> one.get("dimension").asString().equals(dimension)
                        && one.get("coefficient").asString().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** Two people have answered twelve images, mostly alike; a third has answered the first. */
    private long started() {
        long set =
                lab.bareSet(lab.study(Map.of("capacity", 3)), Lab.manifest(12).getBytes(UTF_8));
        StringBuilder expressions = new StringBuilder("index,filename,participant0,participant1,participant2\r\n");
        StringBuilder steps = new StringBuilder(expressions);
        for (int i = 0; i < 12; i++) {
            String image = 1000 + i + "," + Lab.filename(i) + ",";
            expressions.append(image).append(i % 8 + "," + (i < 3 ? 7 : i % 8) + "," + (i == 0 ? "0" : "") + "\r\n");
            String step = List.of("-1.0", "-0.5", "0.0", "0.5", "1.0").get(i % 5);
            steps.append(image).append(step + "," + (i < 2 ? "0.25" : step) + "," + (i == 0 ? "0.5" : "") + "\r\n");
        }
        byte[] scale = steps.toString().getBytes(UTF_8);
        staff.upload(
                        "/api/v1/sets/" + set + "/imports",
                        Map.of(
                                "expression",
                                expressions.toString().getBytes(UTF_8),
                                "valence",
                                scale,
                                "arousal",
                                scale))
                .expect(201);
        return set;
    }

    @Test
    void theVotesStandBesideWhatDawidAndSkeneEstimate() {
        long set = rated();

        List<String> lines = staff.get("/api/v1/sets/" + set + "/votes.csv")
                .expect(200)
                .body()
                .lines()
                .toList();

        assertThat(lines.get(0))
                .startsWith("index,filename,answers,majority,majority_label,votes,share,tied,entropy,dawid_skene,");
        assertThat(lines.get(2)).startsWith("11,b.png,4,0,happiness,2,0.5,1,0.69314718055994");
        assertThat(lines.get(0)).endsWith("arousal_share,arousal_tied,arousal_entropy,selection");
        assertThat(lines.get(2)).contains(",-0.5,2,1,1,4,0.5,0,", ",0.25,2,2,0,4,0.5,1,");
        assertThat(lines).hasSize(4);
        assertThat(signedIn().get("/sets/" + set + "/results/votes").body()).contains("Votes by dimension", "2.67");
    }

    @Test
    void aPageTellsOfOneImage() {
        long set = rated();
        Visitor admin = signedIn();

        String page = admin.get("/sets/" + set + "/results/images/11?out=3").body();

        assertThat(page).contains("b.png", "2 of 3", "participant2", "left out", "images/10?out=3", "images/12?out=3");
        assertThat(admin.get("/sets/" + set + "/results/images/11/votes.svg?out=3")
                        .body())
                .contains("2 of 3, entropy 0.64");
        assertThat(admin.get("/sets/" + set + "/results/images/11/place.svg").body())
                .contains("<ellipse");
        assertThat(admin.get("/sets/" + set + "/results/images/11?class=majority-anger")
                        .body())
                .contains("This image is not among those you look at.");
        assertThat(admin.get("/sets/" + set + "/results/images/99").statusCode())
                .isEqualTo(404);
    }

    @Test
    void whatCantBeChosenIsNamed() {
        String figure = "/api/v1/sets/" + rated() + "/figures/circumplex.svg";

        staff.get(figure + "?out=4").expectProblem(422, "out: is a slot of the set, 0 to 3");
        staff.get(figure + "?out=x").expectProblem(422, "out: is the number of a slot");
        staff.get(figure + "?complete=perhaps").expectProblem(422, "complete: is true or false");
        staff.get(figure + "?class=joy").expectProblem(422, "class: is affectnet- or majority-");
        staff.get(figure.replace("circumplex", "pie")).expectProblem(404, "agreement-curve");
    }

    @Test
    void theDescriptionOfTheApiNamesWhatCanBeChosen() {
        JsonNode api = Api.stranger(port).get("/api/v1/openapi").expect(200).json();

        for (String path : List.of("/figures/{name}.svg", "/figures/{name}.csv", "/results", "/votes.csv")) {
            List<String> names = api.get("paths")
                    .get("/api/v1/sets/{set}" + path)
                    .get("get")
                    .get("parameters")
                    .valueStream()
                    .map(parameter -> parameter.get("name").asString())
                    .toList();
            assertThat(names).as(path).contains("out", "complete", "class").doesNotContain("images");
        }
    }

    @Test
    void nobodyElseSeesAnyOfIt() {
        long set = rated();
        String name = "e" + UUID.randomUUID().toString().substring(0, 8);
        String made = signedIn()
                .post("/accounts", Map.of("name", name, "role", "EXPERIMENTER"), "/accounts")
                .body();
        String password = Visitor.found("class=\"once\">([^<]+)", made);
        Api other = Api.stranger(port).account(name, password);

        for (String path :
                List.of("/figures/circumplex.svg", "/figures/circumplex.csv", "/votes.csv", "/participants.csv")) {
            other.get("/api/v1/sets/" + set + path).expectProblem(404, "set");
            Api.stranger(port).get("/api/v1/sets/" + set + path).expectProblem(401, "token");
        }
    }

    private long rated() {
        return rated("0,0,0,1", "1,1,0,0", "5,5,5,5");
    }

    /** Three images, four people; empty cells where an expression is. */
    private long rated(String a, String b, String c) {
        long set = lab.bareSet(lab.study(Map.of("capacity", 4)), MANIFEST.getBytes(UTF_8));
        Map<String, Object> files = Map.of(
                "expression", file(a, b, c),
                "valence", file("0.5,0.5,0.25,0.5", "-0.5,-0.25,-0.5,-0.75", "-1.0,-1.0,-1.0,-1.0"),
                "arousal", file("0.0,0.0,0.0,0.0", "0.25,0.25,0.5,0.5", "1.0,1.0,0.75,0.75"));
        staff.upload("/api/v1/sets/" + set + "/imports", files).expect(201);
        return set;
    }

    private static byte[] file(String a, String b, String c) {
        return String.join("\r\n", HEADER, "10,a.png," + a, "11,b.png," + b, "12,c.png," + c, "")
                .getBytes(UTF_8);
    }

    /** Other digits, other marks in numbers, another year, other capital letters. */
    @Test
    void inWhateverLanguageTheServerRunsItSendsTheSameBytes() {
        long set = lab.openSet(lab.study(Map.of("capacity", 3, "repeatShare", 0.5, "repeatMinimumLag", 1)), 12);
        for (int slot = 0; slot < 3; slot++) {
            Person person = new Person(Api.stranger(port), lab.invite(set, 1).get(0));
            person.consent().expect(200);
            for (int position = 0; position < 18; position++) {
                Map<String, Object> body = Person.body(
                        UUID.randomUUID().toString(),
                        position * (slot + 1) % 8,
                        1 + position % 9,
                        9 - (position + slot) % 9);
                body.put("responseTimeMillis", 1234 + 567 * position);
                person.answer(position, body).expect(200);
            }
        }
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.ENGLISH);
            Map<String, String> english = everythingForPrograms(set);
            assertThat(english).hasSizeGreaterThan(30);
            for (String language : List.of(
                    "ne-NP", "ar-EG", "hi-IN-u-nu-deva", "fa-IR", "th-TH-u-ca-buddhist-nu-thai", "de-DE", "tr-TR")) {
                Locale.setDefault(Locale.forLanguageTag(language));
                everythingForPrograms(set)
                        .forEach((file, text) ->
                                assertThat(text).as("%s in %s", file, language).isEqualTo(english.get(file)));
            }
        } finally {
            Locale.setDefault(before);
        }
    }

    private Map<String, String> everythingForPrograms(long set) {
        String base = "/api/v1/sets/" + set + "/";
        Map<String, String> all = new TreeMap<>();
        for (String figure : figures()) {
            for (String file : List.of(figure + ".svg", figure + ".csv")) {
                all.put(
                        file,
                        staff.get(base + "figures/" + file + "?out=1")
                                .expect(200)
                                .body());
            }
        }
        for (String file :
                List.of("participants.csv", "self-agreement.csv", "votes.csv", "results", "agreement", "flags")) {
            all.put(file, staff.get(base + file).expect(200).body());
        }
        // With all files and figures, of everybody.
        all.put("data package", HexFormat.of().formatHex(lab.export(set, "data-package.zip")));
        Visitor admin = signedIn();
        for (String page : List.of("/quality", "/results/coefficients", "/results/participants", "/results/votes")) {
            all.put("page " + page, admin.get("/sets/" + set + page).body().replaceAll("name=\"_csrf\"[^>]+>", ""));
        }
        for (int step = 1; step <= 9; step++) {
            all.put(
                    "manikin " + step,
                    admin.get("/sam/arousal-" + step + ".svg").body());
        }
        return all;
    }

    private List<String> figures() {
        return staff.get("/api/v1/figures")
                .expect(200)
                .json()
                .valueStream()
                .map((JsonNode figure) -> figure.get("name").asString())
                .toList();
    }

    private List<String> csv(long set, String figure) {
        String file = figure.contains(".") ? figure : figure + ".csv";
        return staff.get("/api/v1/sets/" + set + "/figures/" + file)
                .expect(200)
                .body()
                .lines()
                .toList();
    }

    private String svg(long set, String figure) {
        String file = figure.contains(".") ? figure : figure + ".svg";
        return staff.get("/api/v1/sets/" + set + "/figures/" + file).expect(200).body();
    }

    private Visitor signedIn() {
        Visitor admin = new Visitor(port);
        admin.signIn("admin", Api.ADMIN_PASSWORD);
        return admin;
    }

    private static Document parsed(String svg) throws Exception {
        DocumentBuilder builder = DocumentBuilderFactory.newInstance().newDocumentBuilder();
        return builder.parse(new ByteArrayInputStream(svg.getBytes(UTF_8)));
    }
}
