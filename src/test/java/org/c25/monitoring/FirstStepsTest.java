package org.c25.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.c25.testing.Api;
import org.c25.testing.Lab;
import org.c25.testing.OnBothDatabases;
import org.c25.testing.Person;
import org.c25.testing.Visitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The list of first steps on the first page of an experimenter who is new. */
@OnBothDatabases
class FirstStepsTest {

    private static final Pattern TICKED =
            Pattern.compile("<li class=\"ticked\">.*?(?:<a [^>]*>|<span>)([^<]+)<", Pattern.DOTALL);
    private static final String LIST = "class=\"card first-steps\"";

    @LocalServerPort
    int port;

    private final String name = "new-" + System.nanoTime();
    private String password = "";
    private Visitor kim;

    @BeforeEach
    void anAccount() {
        Visitor admin = new Visitor(port);
        admin.signIn("admin", Api.ADMIN_PASSWORD);
        password = Visitor.found(
                "class=\"once\">([^<]+)<",
                admin.post("/accounts", Map.of("name", name, "role", "EXPERIMENTER"), "/accounts")
                        .body());
        kim = new Visitor(port);
        kim.signIn(name, password);
    }

    private List<String> ticked() {
        List<String> words = new ArrayList<>();
        TICKED.matcher(kim.get("/studies").body()).results().forEach(step -> words.add(step.group(1)));
        return words;
    }

    @Test
    void eachStepIsTickedOnceItIsDoneAndLeadsToWhereItIsDone() {
        assertThat(kim.get("/studies").body())
                .contains(LIST, "0 of 6", "href=\"/studies/new\"", "<span>Invite people</span>");
        assertThat(ticked()).isEmpty();

        Lab lab = new Lab(Api.stranger(port).account(name, password));
        long study = lab.study(Map.of("name", name, "capacity", 2, "repeatShare", 0));
        assertThat(ticked()).containsExactly("Make a study");
        assertThat(kim.get("/studies").body()).contains("href=\"/studies/" + study + "/preview\"");

        long set = lab.openSet(study, 2);
        assertThat(kim.get("/studies/" + study + "/preview").statusCode()).isEqualTo(200);
        assertThat(ticked()).containsExactly("Make a study", "Make a set of images", "Look at the preview");

        Person person = new Person(Api.stranger(port), lab.invite(set, 1).get(0));
        assertThat(ticked()).hasSize(4).last().isEqualTo("Invite people");
        assertThat(kim.get("/studies").body())
                .contains("href=\"/sets/" + set + "/invitations\"", "href=\"/sets/" + set + "/data\"", "4 of 6");

        person.consent().expect(200);
        assertThat(ticked()).hasSize(4);
        person.answer(0, 1, 2, 3).expect(200);
        assertThat(ticked()).hasSize(5).last().isEqualTo("Watch the answers come in");

        lab.export(set, "expression_set1_C2.csv");
        assertThat(kim.get("/studies").body()).doesNotContain(LIST);
    }

    @Test
    void theListIsPutAwayAndTakenOutAgain() {
        assertThat(kim.get("/account").body()).doesNotContain("Show the first steps");

        assertThat(kim.post("/first-steps/hiding", Map.of(), "/studies").body())
                .contains("The first steps are put away")
                .doesNotContain(LIST);
        assertThat(kim.get("/studies").body()).doesNotContain(LIST);

        assertThat(kim.post("/first-steps/showing", Map.of(), "/account").body())
                .contains(LIST);
    }

    @Test
    void whatOthersHaveMadeTicksNothing() {
        new Lab(Api.stranger(port).admin()).study();

        assertThat(ticked()).isEmpty();
    }

    @Test
    void aPreviewFromItsTrialsOnCounts() {
        long study = new Lab(Api.stranger(port).account(name, password)).study(Map.of("name", name));

        assertThat(kim.get("/studies/" + study + "/preview/trials").statusCode())
                .isEqualTo(200);

        assertThat(ticked()).contains("Look at the preview");
    }
}
