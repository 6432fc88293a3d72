package org.c25.studies;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.c25.testing.Api;
import org.c25.testing.OnH2;
import org.c25.testing.Visitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The page on which a study is made. */
@OnH2
class StudyFormTest {

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    private Visitor staff;

    @BeforeEach
    void someoneIsSignedIn() {
        staff = new Visitor(port);
        staff.signIn("admin", Api.ADMIN_PASSWORD);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "repeatPercent; 150; Images shown twice, in per cent: 0 to 100",
                "repeatPercent; some; Images shown twice, in per cent: 0 to 100",
                "capacity; 25.9; Participants a set: a whole number",
                "capacity; 0; Participants a set: 1 to 1,000",
                "repeatMinimumLag; ''; Trials before a repeat, at least: a whole number",
                "care.newPlaces; 0; New slots at most: 1 to 1,000",
                "care.newPlacesMinutes; soon; in … minutes: a whole number",
                "recruiter.returnUrl; https://example.org; Who sends the participants: choose the service",
                "recruiter.audience; our-lab; Who sends the participants: choose the service",
                "recruiter.signatureParameter; sig; Who sends the participants: choose the service",
            })
    void aFaultIsToldBesideWhatWasTyped(String field, String typed, String words) {
        Map<String, String> form = new HashMap<>(
                Map.of("name", "Typed", "capacity", "25", "repeatPercent", "10", "repeatMinimumLag", "20"));
        form.put(field, typed);

        String page = staff.post("/studies", form, "/studies/new").body();

        assertThat(page.replaceAll("<[^>]+>", "")).contains(words);
        assertThat(page).contains("1 thing to correct:", "value=\"Typed\"").contains("value=\"" + typed + "\"");
    }

    @Test
    void aRecruiterThatIsKnownHereBringsItsNameAndParameter() {
        assertThat(designOf(Map.of(
                        "name", "From Prolific",
                        "recruiter.service", "PROLIFIC",
                        "recruiter.name", "",
                        "recruiter.idParameter", "",
                        "recruiter.returnUrl", " https://app.prolific.com/submissions/complete?cc=ABC123 ")))
                .contains("\"name\":\"Prolific\"")
                .contains("\"idParameter\":\"PROLIFIC_PID\"")
                .contains("\"returnUrl\":\"https://app.prolific.com/submissions/complete?cc=ABC123\"");
        assertThat(designOf(Map.of("name", "From nobody", "recruiter.service", "NONE", "recruiter.name", "")))
                .contains("\"recruiter\":null");
    }

    private String designOf(Map<String, String> form) {
        String page = staff.post("/studies", form, "/studies/new").uri().getPath();
        return jdbc.sql("select design from study where id = ?")
                .param(Long.valueOf(page.replaceAll(".*/", "")))
                .query(String.class)
                .single();
    }

    @Test
    void allFaultsAreToldAtOnceEachBesideItsFieldInSectionsThatAreOpen() {
        Map<String, String> form = new HashMap<>(Map.of("name", "", "capacity", "many", "repeatPercent", "101"));
        form.putAll(Map.of("care.stalledAfterHours", "some", "care.fastShare", "2", "care.leastCcc", "none"));
        form.putAll(Map.of("practiceTrials", "9", "revisable", "-1", "minimumViewingSeconds", "61"));
        form.putAll(Map.of("recruiter.service", "OTHER", "recruiter.signing", "JWT", "recruiter.name", "Lab"));
        form.put("ownQuestions", "One? | one\nTwo? | two");

        String page = staff.post("/studies", form, "/studies/new").body();

        for (String faulty : List.of(
                "name",
                "capacity",
                "repeatPercent",
                "care.stalledAfterHours",
                "care.fastShare",
                "care.leastCcc",
                "practiceTrials",
                "revisable",
                "minimumViewingSeconds",
                "recruiter.idParameter",
                "recruiter.audience",
                "ownQuestions")) {
            assertThat(page).contains("<small class=\"fault\" id=\"fault-" + faulty + "\">");
            assertThat(page)
                    .containsPattern("<(input|textarea) name=\"" + faulty
                            + "\"[^>]*aria-invalid=\"true\"[^>]*aria-describedby=\"fault-" + faulty + "\"");
        }
        assertThat(page)
                .contains("One? | one", "line 1: needs 2 to 50 options; line 2: needs 2 to 50 options")
                .containsPattern("<details open=[^>]*><summary>Slots and drop-outs")
                .containsPattern("<details open=[^>]*><summary>Flags")
                .containsPattern("<details open=[^>]*><summary>Repeats, order and scales")
                .containsPattern("<details><summary>Labels")
                .doesNotContain("id=\"fault-care.releaseAfterHours\"");
    }

    @Test
    void aFaultyRecruiterIsToldBesideWhatWasChosen() {
        String page = staff.post(
                        "/studies",
                        Map.of(
                                "name",
                                "Typed",
                                "recruiter.service",
                                "OTHER",
                                "recruiter.returnUrl",
                                "http://a.example"),
                        "/studies/new")
                .body();

        assertThat(page.replaceAll("<[^>]+>", ""))
                .contains("Its name: 1 to 60 characters")
                .contains("Parameter with the ID: 1 to 60 letters")
                .contains("Address that participants go back to: a whole address that begins with https://");
        assertThat(page)
                .contains("value=\"http://a.example\"")
                .containsPattern("<details open=[^>]*><summary>Recruiter")
                .containsPattern("value=\"OTHER\"[^>]* selected");
    }
}
