package org.c25.agreementdetail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.c25.testing.Api;
import org.c25.testing.Lab;
import org.c25.testing.OnBothDatabases;
import org.c25.testing.Person;
import org.c25.testing.Visitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** The agreement of a set in detail, as people see it on its page and programs fetch it. */
@OnBothDatabases
class LookingCloserTest {

    private static final int IMAGES = 12;

    @LocalServerPort
    int port;

    private Api staff;
    private Lab lab;
    private Visitor admin;

    @BeforeEach
    void aLab() {
        staff = Api.stranger(port).admin();
        lab = new Lab(staff);
        admin = new Visitor(port);
        admin.signIn("admin", Api.ADMIN_PASSWORD);
    }

    @Test
    void programsGetEveryFigureWithThreeIntervalsAndWhyThereIsNone() {
        long set = rated(4);
        JsonNode detail = detail(set, "");

        coefficientsAreThoseOfTheResults(set, detail);
        classesThatAreTooSmallSayWhy(detail);
        groupsAreComparedByDeviceAndByWhatTheySaid(detail.get("groupings"));
        theTableHasEveryRowAndThePackageNothingThatPeopleSaidOfThemselves(set);
    }

    private void coefficientsAreThoseOfTheResults(long set, JsonNode detail) {
        JsonNode results =
                staff.get("/api/v1/sets/" + set + "/results").expect(200).json();

        assertThat(detail.get("selection").asString()).isEqualTo("all answers");
        assertThat(detail.get("coefficients")).hasSameSizeAs(results.get("coefficients"));
        JsonNode kappa = row(detail.get("coefficients"), "fleissKappa");
        JsonNode known = row(results.get("coefficients"), "fleissKappa");
        assertThat(kappa.get("value")).isEqualTo(known.get("value"));
        assertThat(kappa.get("overImages").get("low")).isEqualTo(known.get("low"));
        assertThat(width(kappa, "overBoth"))
                .isGreaterThan(width(kappa, "overImages"))
                .isGreaterThan(0);
        assertThat(row(detail.get("further"), "congerKappa").get("value").isNull())
                .isFalse();
        assertThat(row(detail.get("further"), "kendallW").get("participants").asInt())
                .isEqualTo(4);
    }

    private static double width(JsonNode row, String interval) {
        return row.get(interval).get("high").asDouble()
                - row.get(interval).get("low").asDouble();
    }

    private static void classesThatAreTooSmallSayWhy(JsonNode detail) {
        assertThat(detail.get("categories").valueStream())
                .filteredOn(row -> row.get("of").asString().equals("fear"))
                .isNotEmpty();
        assertThat(detail.get("classes")).hasSize(8);
        JsonNode happiness = detail.get("classes").get(0);
        assertThat(happiness.get("images").asInt()).isEqualTo(2);
        assertThat(happiness.get("coefficient").isNull()).isTrue();
        assertThat(happiness.get("undefined").asString()).isEqualTo("it takes ten images; here are 2");
    }

    private static void groupsAreComparedByDeviceAndByWhatTheySaid(JsonNode groupings) {
        assertThat(groupings.valueStream().map(one -> one.get("grouping").asString()))
                .containsExactly("device", "hand");
        JsonNode device = groupings.get(0);
        JsonNode mouse = of(device.get("groups"), "mouse", "fleissKappa");
        JsonNode touch = of(device.get("groups"), "touch", "fleissKappa");
        JsonNode difference = of(device.get("differences"), "mouse", "fleissKappa");
        assertThat(mouse.get("participants").asInt()).isEqualTo(2);
        assertThat(mouse.get("warning").asString()).contains("three participants");
        assertThat(difference.get("less").asString()).isEqualTo("touch");
        assertThat(difference.get("value").asDouble())
                .isEqualTo(mouse.get("value").asDouble() - touch.get("value").asDouble(), within(1e-12));
        JsonNode left = groupings.get(1).get("groups").get(0);
        assertThat(left.get("of").asString()).isEqualTo("right");
        assertThat(groupings.get(1).get("groups").valueStream())
                .anyMatch(row -> row.get("of").asString().equals("left")
                        && row.get("undefined").asString().equals("it takes two participants; here is one"));
    }

    @Test
    void thePageTellsWhatTheIntervalsMeanAndItsPartsHaveTheFigures() {
        long set = rated(4);
        String base = "/sets/" + set + "/agreement-detail";

        assertThat(admin.get("/sets/" + set + "/results").body()).contains("href=\"" + base + "\"");
        assertThat(admin.get("/sets/" + set + "/results/coefficients").body())
                .contains("They say nothing of other people", base);
        assertThat(admin.get(base).body())
                .contains(
                        "Over raters",
                        "says nothing of other people",
                        base + "/groups",
                        "agreement-detail_set1_C4.csv");
        assertThat(admin.get(base + "/coefficients").body())
                .contains("Brennan–Prediger", "Conger", "Kendall", "Scott", "12 images, 4 participants")
                .doesNotContain("NaN");
        assertThat(admin.get(base + "/categories").body()).contains("Happiness", "chosen ", "times");
        assertThat(admin.get(base + "/classes").body()).contains("No figures: it takes ten images; here are 2.");
        assertThat(admin.get(base + "/groups").body())
                .contains(
                        "Device of most first answers",
                        "Difference: mouse less touch",
                        "Which hand do you write with?");
        assertThat(admin.get(base + "/coefficients?out=3").body()).contains("12 images, 3 participants");
    }

    @Test
    void aSetWithoutAnswersSaysSo() {
        long set = lab.draftSet(lab.study(Map.of("capacity", 2)), 3);
        String base = "/sets/" + set + "/agreement-detail";

        assertThat(admin.get(base).body()).contains("Nobody has answered yet.");
        for (String part : List.of("/coefficients", "/categories", "/classes", "/groups")) {
            assertThat(admin.get(base + part).statusCode()).as(part).isEqualTo(200);
        }
        assertThat(detail(set, "").get("coefficients").get(0).get("undefined").asString())
                .isEqualTo("nobody has answered");
    }

    private void theTableHasEveryRowAndThePackageNothingThatPeopleSaidOfThemselves(long set) {
        List<String> lines = staff.get("/api/v1/sets/" + set + "/agreement-detail.csv")
                .expect(200)
                .body()
                .lines()
                .toList();

        assertThat(lines.get(0))
                .startsWith("table,grouping,of,less,dimension,coefficient,value,")
                .endsWith(",selection");
        assertThat(lines)
                .anyMatch(line -> line.startsWith("coefficients,,,,expression,fleissKappa,"))
                .anyMatch(line -> line.startsWith("categories,,fear,"))
                .anyMatch(line -> line.startsWith("differences,device,mouse,touch,expression,fleissKappa,"))
                .anyMatch(line -> line.startsWith("groups,hand,left,"));
        Map<String, String> packed = unzipped(lab.export(set, "data-package.zip"));
        assertThat(packed.get("agreement-detail_set1_C4.csv").lines())
                .anyMatch(line -> line.startsWith("groups,device,touch,,expression,fleissKappa,"))
                .noneMatch(line -> line.contains("hand") || line.startsWith("classes"));
        assertThat(packed.get("results.json")).contains("\"agreementDetail\"").doesNotContain("\"hand\"");
    }

    private static Map<String, String> unzipped(byte[] zip) {
        Map<String, String> files = new HashMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                files.put(entry.getName(), new String(in.readAllBytes(), StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files;
    }

    private JsonNode detail(long set, String query) {
        return staff.get("/api/v1/sets/" + set + "/agreement-detail" + query)
                .expect(200)
                .json();
    }

    private static JsonNode row(JsonNode rows, String coefficient) {
        return rows.valueStream()
                .filter(one -> one.get("coefficient").asString().equals(coefficient))
                .findFirst()
                .orElseThrow();
    }

    private static JsonNode of(JsonNode rows, String part, String coefficient) {
        return rows.valueStream()
                .filter(one -> one.get("of").asString().equals(part)
                        && coefficient.equals(one.get("coefficient").asString("")))
                .findFirst()
                .orElseThrow();
    }

    /** People who mostly see the same in the same picture, the first of them with the left hand, every other one with a mouse. */
    private long rated(int people) {
        long set = lab.openSet(
                lab.study(Map.of(
                        "capacity",
                        people,
                        "repeatShare",
                        0,
                        "questions",
                        List.of(Map.of(
                                "key",
                                "hand",
                                "kind",
                                "CHOICE",
                                "text",
                                "Which hand do you write with?",
                                "options",
                                List.of("left", "right"))))),
                IMAGES);
        for (int slot = 0; slot < people; slot++) {
            String link = lab.invite(set, 1).get(0);
            Visitor visitor = new Visitor(port);
            String home = visitor.get("/join/" + link).uri().getPath().replace("/language", "");
            visitor.get(home + "?language=en");
            visitor.post(home + "/consent", Map.of("accepted", "true"), home);
            visitor.post(home + "/questions", Map.of("q-hand", slot == 0 ? "left" : "right"), home + "/questions");
            Person person = new Person(Api.stranger(port), link);
            List<JsonNode> trials = person.trials();
            for (int position = 0; position < IMAGES; position++) {
                String image = trials.get(position).get("image").asString();
                int shown = Arrays.hashCode(person.get(image).expect(200).bytes()) & 7;
                int seen = (position + slot) % 4 == 0 ? (shown + slot) % 8 : shown;
                Map<String, Object> answer =
                        Person.body(UUID.randomUUID().toString(), seen, 1 + shown + slot % 2, 9 - shown);
                answer.put("inputDevice", slot % 2 == 0 ? "mouse" : "touch");
                person.answer(position, answer).expect(200);
            }
        }
        return set;
    }
}
