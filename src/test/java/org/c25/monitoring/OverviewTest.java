package org.c25.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.c25.testing.Api;
import org.c25.testing.Lab;
import org.c25.testing.OnBothDatabases;
import org.c25.testing.Person;
import org.c25.testing.Visitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The first page of the staff: all studies and sets at a glance, searched and sorted by the address. */
@OnBothDatabases
class OverviewTest {

    private static final Pattern ROW = Pattern.compile("<tr[^>]*>(.*?)</tr>", Pattern.DOTALL);

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    private final String name = "At a glance " + System.nanoTime();
    private Visitor staff;
    private Lab lab;

    @BeforeEach
    void aLab() {
        lab = new Lab(Api.stranger(port).admin());
        staff = new Visitor(port);
        staff.signIn("admin", Api.ADMIN_PASSWORD);
    }

    /** The rows of the table as text, one a line. */
    private static List<String> rows(Visitor visitor, String query) {
        List<String> rows = new ArrayList<>();
        ROW.matcher(visitor.get("/studies?" + query).body())
                .results()
                .map(MatchResult::group)
                .map(row ->
                        row.replaceAll("<[^>]+>", " ").replaceAll("\\s+", " ").strip())
                .forEach(rows::add);
        return rows.isEmpty() ? rows : rows.subList(1, rows.size());
    }

    private String q() {
        return "q=" + name.replace(" ", "+");
    }

    @Test
    void everySetTellsHowFarItIs() {
        long study = lab.study(Map.of("name", name, "capacity", 3, "repeatShare", 0));
        assertThat(rows(staff, q())).containsExactly(name + " Make its first set");

        long set = lab.openSet(study, 2);
        List<Person> people = lab.invite(set, 2).stream()
                .map(token -> new Person(Api.stranger(port), token))
                .toList();
        people.forEach(person -> person.consent().expect(200));
        people.get(0).answer(0, 1, 2, 3).expect(200);
        people.get(0).answer(1, 1, 2, 3).expect(200);
        people.get(0).complete(2).expect(200);
        jdbc.sql("update participant set stalled_at = current_timestamp where set_id = ? and status = 'AT_WORK'")
                .param(set)
                .update();

        assertThat(rows(staff, q())).containsExactly(name + " Set 1 open 1/3 0 1 1 Look just now");
        // The bar is of all that the set needs, so the free slot counts with what a person in it will answer.
        assertThat(staff.get("/studies?" + q()).body()).contains("<progress value=\"2\" max=\"6\"");
    }

    /** It takes time, so that the page brings it afterwards; without a script a link leads to it. */
    @Test
    void everySetTellsItsFlagsAndItsEndOnAPageOfTheirOwn() {
        long study = lab.study(Map.of("name", name, "capacity", 1, "repeatShare", 0));
        long set = lab.openSet(study, 20);
        assertThat(rows(staff, q())).as("nobody has joined").containsExactly(name + " Set 1 open 0/1 0 0 1 – –");

        Person person = new Person(Api.stranger(port), lab.invite(set, 1).get(0));
        person.consent().expect(200);
        for (int trial = 0; trial < 20; trial++) {
            person.answer(trial, 1, 2, 3).expect(200);
        }

        String look = Visitor.found(
                "data-src=\"([^\"]+)\"", staff.get("/studies?" + q()).body());
        assertThat(look).isEqualTo("/sets/" + set + "/outlook");
        assertThat(outlook(look)).isEqualTo("2 flags to look at all answers are in");
        person.complete(20).expect(200);
        assertThat(outlook(look)).isEqualTo("2 flags to look at complete");
        Visitor stranger = new Visitor(port);
        assertThat(stranger.get(look).uri().getPath()).isEqualTo("/sign-in");
    }

    private String outlook(String look) {
        return Visitor.found(
                        "<p data-part-content[^>]*>(.*?)</p>",
                        staff.get(look).body().replaceAll("\\s+", " "))
                .replaceAll("<[^>]+>", " ")
                .replaceAll("\\s+", " ")
                .strip();
    }

    @Test
    void theAddressSaysWhatIsSearchedAndTheOrder() {
        long quiet = lab.study(Map.of("name", name + " quiet", "capacity", 2, "repeatShare", 0));
        long busy = lab.study(Map.of("name", name + " busy", "capacity", 2, "repeatShare", 0));
        lab.openSet(quiet, 2);
        long set = lab.openSet(busy, 2);
        new Person(Api.stranger(port), lab.invite(set, 1).get(0)).consent().expect(200);

        assertThat(rows(staff, q() + "&sort=at-work")).first().asString().contains("busy");
        assertThat(rows(staff, q() + "&sort=free")).first().asString().contains("quiet");
        assertThat(rows(staff, q() + "&sort=study")).first().asString().contains("busy");
        assertThat(rows(staff, q() + "+quiet")).hasSize(1);
        assertThat(rows(staff, q() + "&sort=nonsense")).hasSize(2);
        assertThat(staff.get("/studies?q=nothing-has-this-name").body()).contains("nothing-has-this-name", "Show all");
    }

    @Test
    void experimentersSeeTheirOwn() {
        lab.study(Map.of("name", name));
        String kim = "kim-" + System.nanoTime();
        String password = Visitor.found(
                "class=\"once\">([^<]+)<",
                staff.post("/accounts", Map.of("name", kim, "role", "EXPERIMENTER"), "/accounts")
                        .body());
        Visitor own = new Visitor(port);
        own.signIn(kim, password);

        assertThat(own.get("/studies").body()).contains("There is no study yet").doesNotContain(name);
    }
}
