package org.c25.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.c25.testing.Api;
import org.c25.testing.AtOnce;
import org.c25.testing.Lab;
import org.c25.testing.OnBothDatabases;
import org.c25.testing.Person;
import org.c25.testing.UndoButton;
import org.c25.testing.Visitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Staff find slots by the address, and release several at once, after they have read what will happen to whom. */
@OnBothDatabases
class ReleasingSeveralSlotsTest {

    private static final Pattern ROW = Pattern.compile("scope=\"row\">\\s*<a [^>]*>(participant\\d+)<");

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    private Lab lab;
    private Visitor admin;
    private long set;
    private String slots;
    private List<Person> people;

    @BeforeEach
    void threePeopleInFourSlots() {
        lab = new Lab(Api.stranger(port).admin());
        admin = new Visitor(port);
        admin.signIn("admin", Api.ADMIN_PASSWORD);
        set = lab.openSet(lab.study(Map.of("capacity", 4, "repeatShare", 0)), 2);
        slots = "/sets/" + set + "/slots";
        people = new ArrayList<>();
        for (String token : lab.invite(set, 3)) {
            Person person = new Person(Api.stranger(port), token);
            person.consent().expect(200);
            person.answer(0, 1, 2, 3).expect(200);
            people.add(person);
        }
        people.get(2).answer(1, 1, 2, 3).expect(200);
        people.get(2).complete(2).expect(200);
        jdbc.sql("update participant set stalled_at = current_timestamp where set_id = ? and slot_number = 1")
                .param(set)
                .update();
    }

    /** The participants in the rows of the table, in its order. */
    private List<String> rows(String address) {
        return ROW.matcher(admin.get(address).body())
                .results()
                .map(row -> row.group(1))
                .toList();
    }

    private String seen(String confirmation) {
        return Visitor.found("name=\"seen\"\\s+value=\"([^\"]+)\"", confirmation);
    }

    private int audited() {
        return jdbc.sql("""
                        select count(*) from audit_event
                        where subject = ? and action in ('slot released', 'participant replaced')""").param("set " + set).query(Integer.class).single();
    }

    @Test
    void bothTablesAreFilteredSearchedAndSortedByTheAddress() {
        for (String table : List.of(slots, "/sets/" + set)) {
            assertThat(rows(table)).containsExactly("participant0", "participant1", "participant2", "participant3");
            assertThat(rows(table + "?status=STALLED")).containsExactly("participant1");
            assertThat(rows(table + "?status=FREE")).containsExactly("participant3");
            assertThat(rows(table + "?q=participant2")).containsExactly("participant2");
            assertThat(rows(table + "?q=COMPLETED")).containsExactly("participant2");
            assertThat(rows(table + "?sort=answered")).first().isEqualTo("participant2");
            assertThat(rows(table + "?sort=-answered")).last().isEqualTo("participant2");
            assertThat(rows(table + "?sort=nonsense&page=7")).hasSize(4);
            assertThat(admin.get(table + "?q=nobody+at+all").body()).contains("Nothing here fits", "Show all");
            assertThat(admin.get(table + "?sort=answered&status=STALLED").body())
                    .contains("aria-sort=\"descending\"", "?status=STALLED&amp;sort=-answered");
        }
        assertThat(admin.get("/sets/" + set + "?status=STALLED").body())
                .contains("data-live=\"/sets/" + set + "/live?status=STALLED\"", slots + "?status=STALLED");
        assertThat(admin.get("/sets/" + set + "/live?status=STALLED").body())
                .contains("participant1")
                .doesNotContain(">participant0<");
    }

    @Test
    void thePageBeforeSaysWhatWillHappenToWhomAndWhoIsPassedOver() {
        String asked = admin.get(slots + "/release?slot=0&slot=2&slot=3").body();

        assertThat(asked)
                .contains("Release 2 slots of Set 1?", "Will happen (2)", "Will be passed over (1)")
                .contains("Is at work at 1/2", "Has finished. Will be replaced, and will keep the completion code")
                .contains("The slot is free: nobody has it.");
        assertThat(audited()).isZero();
    }

    @Test
    void allThatTheFilterShowsIsReleasedAndTheFilterStays() {
        String asked =
                admin.get(slots + "/release?status=STALLED&sort=-slot&all=true").body();
        assertThat(asked).contains("Release 1 slot of Set 1?", "Has stalled at 1/2", "?status=STALLED&amp;sort=-slot");

        HttpResponse<String> after = admin.post(
                slots + "/release",
                Map.of("seen", seen(asked), "note", "no sign of life", "status", "STALLED", "sort", "-slot"),
                slots);

        assertThat(after.uri().getQuery()).isEqualTo("status=STALLED&sort=-slot");
        assertThat(after.body()).contains("participant1 is free.");
        assertThat(rows(slots + "?status=FREE")).containsExactly("participant1", "participant3");
        assertThat(admin.get(slots + "/1").body()).contains("no sign of life");
    }

    @Test
    void eachPersonHasTheirAuditEventAndTheSameOnceMoreDoesNothing() {
        String seen = seen(admin.get(slots + "/release?all=true").body());
        assertThat(seen.split(",")).hasSize(3);

        admin.post(slots + "/release", Map.of("seen", seen, "note", "over"), slots);
        assertThat(audited()).isEqualTo(3);
        String again = admin.post(slots + "/release", Map.of("seen", seen, "note", "over"), slots)
                .body();

        assertThat(again).contains("Nothing was changed. Passed over: participant0", "nobody has this slot");
        assertThat(audited()).isEqualTo(3);
    }

    @Test
    void allOfThemComeBackWithOneUndoButWhoseSlotSomebodyElseHasAnsweredIn() {
        String asked = admin.get(slots + "/release?all=true").body();
        assertThat(asked).contains("You can undo it until").doesNotContain("can't be undone", "can&#39;t be undone");
        HttpResponse<String> released =
                admin.post(slots + "/release", Map.of("seen", seen(asked), "note", "over", "sort", "-slot"), slots);
        UndoButton undo = UndoButton.on(released);
        Person newcomer = new Person(Api.stranger(port), lab.invite(set, 1).get(0));
        newcomer.consent().expect(200); // Has the first slot.
        newcomer.answer(0, 1, 2, 3).expect(200);

        HttpResponse<String> undone = undo.pressedBy(admin);

        assertThat(undone.uri().getQuery()).isEqualTo("sort=-slot");
        assertThat(undone.body())
                .contains("participant1, participant2 have their people again.", "Passed over: participant0 (");
        assertThat(rows(slots + "?status=FREE")).containsExactly("participant3");
        people.get(1).answer(1, 4, 5, 6).expect(200);
        newcomer.answer(1, 1, 2, 3).expect(200);
        assertThat(undo.pressedAnewBy(admin).body()).contains("Passed over: participant0 (");
        assertThat(admin.post(slots + "/putting-back", Map.of("seen", "nonsense"), slots)
                        .body())
                .contains("give slots and people, such as 3:17");
    }

    @Test
    void twoWhoDoItAtTheSameMomentFreeEachSlotOnce() throws Exception {
        String seen = seen(admin.get(slots + "/release?all=true").body());
        Visitor other = new Visitor(port);
        other.signIn("admin", Api.ADMIN_PASSWORD);

        AtOnce.all(Stream.of(admin, other)
                .<Callable<HttpResponse<String>>>map(
                        who -> () -> who.post(slots + "/release", Map.of("seen", seen, "note", "over"), slots))
                .toList());

        assertThat(audited()).isEqualTo(3);
        assertThat(rows(slots + "?status=FREE")).hasSize(4);
    }

    @Test
    void thePageOfASlotLeadsBackToTheSlotsThatWereShown() {
        String kept = "?status=STALLED&sort=-slot";
        String html = kept.replace("&", "&amp;");
        assertThat(admin.get(slots + kept).body()).contains(slots + "/1" + html);
        assertThat(admin.get("/sets/" + set + kept).body()).contains(slots + "/1" + html);

        String one = admin.get(slots + "/1" + kept + "&page=1").body();
        assertThat(one)
                .contains("\"" + slots + html + "\"", slots + "/0" + html, slots + "/2" + html)
                .contains(slots + "/1" + html + "&amp;without=true#follows");
        assertThat(admin.get(slots + "/1").body()).contains("\"" + slots + "\"");

        Map<String, String> release =
                Map.of("participant", Visitor.found("name=\"participant\" value=\"(\\d+)\"", one), "status", "STALLED");
        assertThat(admin.post(slots + "/1/release", release, slots + "/1").body())
                .contains("Nothing was stored", "\"" + slots + "?status=STALLED\"");
        Map<String, String> withReason = new HashMap<>(release);
        withReason.put("note", "no sign of life");
        HttpResponse<String> after = admin.post(slots + "/1/release", withReason, slots + "/1");
        assertThat(after.uri().getPath() + "?" + after.uri().getQuery()).isEqualTo(slots + "/1?status=STALLED");
        assertThat(after.body()).contains("participant1 is free.", "\"" + slots + "?status=STALLED\"");
    }

    @Test
    void slotsOfSomebodyElsesStudyAreNeitherShownNorReleased() {
        String seen = seen(admin.get(slots + "/release?all=true").body());
        String name = "stranger-" + System.nanoTime();
        String password = Visitor.found(
                "class=\"once\"[^>]*>([^<]+)<",
                admin.post("/accounts", Map.of("name", name, "role", "EXPERIMENTER"), "/accounts")
                        .body());
        Visitor stranger = new Visitor(port);
        stranger.signIn(name, password);

        assertThat(stranger.get(slots).statusCode()).isEqualTo(404);
        assertThat(stranger.get(slots + "/release?all=true").statusCode()).isEqualTo(404);
        assertThat(stranger.post(slots + "/release", Map.of("seen", seen, "note", "over"), "/studies")
                        .statusCode())
                .isEqualTo(404);
        assertThat(audited()).isZero();
    }

    @Test
    void slotsThatAreNotThereArePassedOverAndNonsenseIsRefused() {
        assertThat(admin.post(slots + "/release", Map.of("seen", "99:1", "note", "over"), slots)
                        .body())
                .contains("Nothing was changed. Passed over: participant99");
        assertThat(admin.post(slots + "/release", Map.of("seen", "all", "note", "over"), slots)
                        .statusCode())
                .isEqualTo(422);
        assertThat(audited()).isZero();
    }

    @Test
    void whoeverCameMeanwhileKeepsTheSlot() {
        String seen = seen(admin.get(slots + "/release?slot=0&slot=1").body());
        lab.release(set, 0);
        new Person(Api.stranger(port), lab.invite(set, 1).get(0)).consent().expect(200);

        String after = admin.post(slots + "/release", Map.of("seen", seen, "note", "over"), slots)
                .body();

        assertThat(after).contains("participant1 is free.", "Passed over: participant0", "changed hands");
        assertThat(rows(slots + "?status=AT_WORK")).containsExactly("participant0");
    }

    @Test
    void withoutAReasonNothingHappensAndThePageComesAgain() {
        String seen = seen(admin.get(slots + "/release?slot=0").body());

        String refused = admin.post(slots + "/release", Map.of("seen", seen, "note", " "), slots + "/release?slot=0")
                .body();

        assertThat(refused)
                .contains("Nothing was stored", "say why, in 1 to 200 characters", "Release 1 slot of Set 1?");
        assertThat(audited()).isZero();
        assertThat(admin.get(slots + "/release").body()).contains("First tick the slots");
    }
}
