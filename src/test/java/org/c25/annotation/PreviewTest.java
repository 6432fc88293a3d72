package org.c25.annotation;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.c25.testing.Api;
import org.c25.testing.Lab;
import org.c25.testing.OnH2;
import org.c25.testing.Visitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Staff go through a study as a participant does, on the very pages, and leave nothing behind. */
@OnH2
class PreviewTest {

    private static final List<String> TABLES = List.of(
            "participant", "annotation", "questionnaire_answer", "trial", "invitation", "outside_id", "audit_event");

    private static final Map<String, String> WHOLE = Map.of("expression", "1", "valence", "2", "arousal", "3");

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    private Lab lab;
    private Visitor staff;
    private String home;

    @BeforeEach
    void someoneIsSignedIn() {
        lab = new Lab(Api.stranger(port).admin());
        long study = lab.study(new HashMap<>(Map.of(
                "name",
                "Previewed",
                "consent",
                "For everybody\n[ko]\n모두에게",
                "pacing",
                Map.of("practiceTrials", 2),
                "presentation",
                Map.of("direction", "DESCENDING"),
                "questions",
                List.of(Map.of("kind", "AGE", "required", true)),
                "closingQuestions",
                List.of(Map.of("kind", "TEXT", "key", "end", "text", "Anything else?")))));
        lab.draftSet(study, 10);
        home = "/studies/" + study + "/preview";
        staff = new Visitor(port);
        staff.signIn("admin", Api.ADMIN_PASSWORD);
    }

    @Test
    void everyStepIsShownInItsTurnAndNothingIsStored() {
        List<Long> before = rows();

        assertThat(preview(staff.get(home))).contains("For everybody", "11");
        assertThat(preview(post("/consent", Map.of("accepted", "false"), ""))).contains("You are not taking part");
        assertThat(preview(post("/consent", Map.of("accepted", "true"), ""))).contains("How old are you?");
        assertThat(preview(post("/questions", Map.of(), "/questions")))
                .contains("class=\"lacking\"", "aria-invalid=\"true\"", "Please answer this question.");
        assertThat(preview(post("/questions", Map.of("q-age", "25-34"), "/questions")))
                .contains("How it works");
        assertThat(preview(staff.get(home + "/practice"))).contains("Practice 1/2", "js/annotation/practice");
        assertThat(preview(post("/practice/1", Map.of(), "/practice"))).contains("Practice 1/2");
        assertThat(preview(post("/practice/1", WHOLE, "/practice"))).contains("Practice 2/2");
        assertThat(preview(post("/practice/2", WHOLE, "/practice"))).contains("That was the practice");
        HttpResponse<String> trial = staff.get(home + "/trials");
        assertThat(preview(trial))
                .contains("0/8", "js/annotation/practice")
                .doesNotContain("js/annotation/trial")
                .containsPattern("(?s)valence-9.*valence-1");
        assertThat(staff.get(Visitor.found("class=\"face\"[^>]* src=\"([^\"]+)", trial.body()))
                        .statusCode())
                .isEqualTo(200);
        assertThat(preview(post("/trials/0", WHOLE, "/trials"))).contains("1/8");
        assertThat(preview(post("/trials/7", WHOLE, "/trials"))).contains("Anything else?");
        assertThat(post("/closing", Map.of("q-end", "no"), "/closing").body()).contains("That was the preview");

        assertThat(rows()).isEqualTo(before);
        assertThat(jdbc.sql("select count(*) from study where answered_at is not null and name = 'Previewed'")
                        .query(Integer.class)
                        .single())
                .as("no answer freezes it")
                .isZero();
    }

    private HttpResponse<String> post(String step, Map<String, String> fields, String page) {
        return staff.post(home + step, fields, home + page);
    }

    /** A page with the banner, all of whose addresses stay in the preview. */
    private String preview(HttpResponse<String> page) {
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("<b>Preview</b>", "nothing is stored").doesNotContain("\"/p/");
        return page.body();
    }

    private List<Long> rows() {
        return TABLES.stream()
                .map(table -> jdbc.sql("select count(*) from " + table)
                        .query(Long.class)
                        .single())
                .toList();
    }

    @Test
    void itIsThereInEveryLanguage() {
        preview(staff.get(home + "/instructions"));
        assertThat(preview(staff.get(home + "?language=ko"))).contains("lang=\"ko\"", "모두에게");
        assertThat(preview(staff.get(home + "/instructions?language=ar"))).contains("dir=\"rtl\"");
        assertThat(preview(staff.get(home + "/language"))).contains(home + "?language=ja");
    }

    @Test
    void itIsForThoseWhoMaySeeTheStudy() {
        assertThat(new Visitor(port).get(home).uri().getPath()).isEqualTo("/sign-in");
        String password = Visitor.found(
                "class=\"once\">([^<]+)",
                staff.post("/accounts", Map.of("name", "someone", "role", "EXPERIMENTER"), "/accounts")
                        .body());
        Visitor other = new Visitor(port);
        other.signIn("someone", password);

        for (String step : List.of("", "/questions", "/instructions", "/practice", "/trials", "/closing")) {
            assertThat(other.get(home + step).statusCode()).as(step).isEqualTo(404);
        }
    }
}
