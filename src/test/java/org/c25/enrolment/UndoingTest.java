package org.c25.enrolment;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.c25.testing.Api;
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

/** What has an opposite is undone from the message that tells of it, as long as the world has not moved on. */
@OnBothDatabases
class UndoingTest {

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

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

    /** Does something by a form that stands on a page, and returns the page that tells of it. */
    private HttpResponse<String> done(String address, Map<String, String> fields, String page) {
        HttpResponse<String> told = admin.post(address, fields, page);
        assertThat(told.body()).contains("class=\"flash done\"");
        return told;
    }

    private HttpResponse<String> done(String address) {
        return done(address, Map.of(), "/account");
    }

    private String undone(HttpResponse<String> told) {
        String page = UndoButton.on(told).pressedBy(admin).body();
        assertThat(page).contains("class=\"flash done\"");
        return page;
    }

    private String state(long set) {
        return jdbc.sql("select concat(state, case when paused then ' paused' else '' end) from image_set where id = ?")
                .param(set)
                .query(String.class)
                .single();
    }

    private Person joined(long set) {
        Person person = new Person(Api.stranger(port), lab.invite(set, 1).get(0));
        person.consent().expect(200);
        return person;
    }

    @Test
    void openingClosingPausingAndTheirOpposites() {
        long set = lab.draftSet(lab.study(), 3);
        String at = "/sets/" + set;

        HttpResponse<String> opened = done(at + "/opening");
        assertThat(undone(opened)).contains("a draft again", "its images can be changed");
        assertThat(state(set)).isEqualTo("DRAFT");
        assertThat(UndoButton.on(opened).pressedAnewBy(admin).body())
                .contains("a draft again"); // once more: nothing new
        assertThat(state(set)).isEqualTo("DRAFT");

        lab.open(set);
        undone(done(at + "/closing"));
        assertThat(state(set)).isEqualTo("OPEN");
        undone(done(at + "/pause"));
        assertThat(state(set)).isEqualTo("OPEN");
        done(at + "/pause");
        undone(done(at + "/resumption"));
        assertThat(state(set)).isEqualTo("OPEN paused");
        done(at + "/resumption");
        done(at + "/closing");
        undone(done(at + "/opening"));
        assertThat(state(set)).isEqualTo("CLOSED");
        assertThat(admin.get(at).body()).as("the button comes once").doesNotContain(">Undo<");
    }

    @Test
    void aSetInWhichSomebodyIsStaysOpenAndAnArchivedOneClosed() {
        long study = lab.study();
        long set = lab.draftSet(study, 3);
        UndoButton undo = UndoButton.on(done("/sets/" + set + "/opening"));
        joined(set);

        assertThat(undo.pressedBy(admin).body()).contains("Somebody has joined the set by now", "flash wrong");
        assertThat(state(set)).isEqualTo("OPEN");

        UndoButton reopen = UndoButton.on(done("/sets/" + set + "/closing"));
        done("/studies/" + study + "/archiving");
        assertThat(reopen.pressedBy(admin).body()).contains("archive", "flash wrong");
        assertThat(state(set)).isEqualTo("CLOSED");
    }

    @Test
    void archivingAndUnarchiving() {
        long study = lab.study();
        Person person = joined(lab.openSet(study, 3));

        HttpResponse<String> archived = done("/studies/" + study + "/archiving");
        person.trials("").expect(409);
        undone(archived);
        person.trials("").expect(200);
        done("/studies/" + study + "/archiving");
        undone(done("/studies/" + study + "/unarchiving"));
        person.trials("").expect(409);
    }

    private long account(String name) {
        admin.post("/accounts", Map.of("name", name, "role", "EXPERIMENTER"), "/accounts");
        return jdbc.sql("select id from account where name = ?")
                .param(name)
                .query(Long.class)
                .single();
    }

    @Test
    void accountsAreDisabledAndEnabled() {
        String name = "kim-" + UUID.randomUUID().toString().substring(0, 8);
        String account = "/accounts/" + account(name);

        HttpResponse<String> disabled = done(account + "/disabling");
        assertThat(disabled.body()).contains(name + " is disabled");
        assertThat(undone(disabled)).contains(name + " can sign in again", "stay ended");
        undone(done(account + "/enabling"));
        assertThat(admin.get("/accounts").body()).contains(">disabled<");
        assertThat(jdbc.sql("select count(*) from audit_event where subject = ? and action = 'account disabled'")
                        .param("account " + name)
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
    }

    @Test
    void linksAreRevokedAndRestored() {
        long set = lab.openSet(
                lab.study(Map.of("recruiter", Map.of("name", "Prolific", "idParameter", "PROLIFIC_PID"))), 2);
        Person person = joined(set);
        String list = "/sets/" + set + "/invitations";
        long link = jdbc.sql("select max(id) from invitation where set_id = ?")
                .param(set)
                .query(Long.class)
                .single();

        HttpResponse<String> revoked = done(list + "/" + link + "/revocation", Map.of("page", "1"), list);
        person.trials("").expect(401);
        assertThat(undone(revoked)).contains("The link works again.");
        person.trials("").expect(200);
        assertThat(UndoButton.on(revoked).pressedAnewBy(admin).body()).contains("The link is not revoked.");
        HttpResponse<String> again = done(list + "/" + link + "/revocation", Map.of("page", "1"), list);
        jdbc.sql("update invitation set revoked_at = revoked_at - 25 * interval '1' hour where id = ?")
                .param(link)
                .update();
        assertThat(UndoButton.on(again).pressedBy(admin).body()).contains("more than a day ago");

        lab.recruit(set);
        String recruiting = "/sets/" + set + "/recruiting-link";
        undone(done(recruiting + "/revocation"));
        done(recruiting + "/revocation");
        undone(done(recruiting + "/restoration"));
        assertThat(admin.get(list).body()).contains(recruiting + "/restoration");
    }

    @Test
    void imagesThatWereRemovedAreBackWhereTheyWere() {
        long set = lab.draftSet(lab.study(), 9);
        String before = rows(set);
        String sheet = "/sets/" + set + "/items";
        Map<String, List<String>> ticked = new HashMap<>();
        ticked.put("index", List.of("1000", "1003", "1004", "1008"));
        ticked.put("_csrf", List.of(admin.formToken(sheet)));

        HttpResponse<String> removed = admin.sendAll("/sets/" + set + "/images/removal", ticked);
        assertThat(removed.body()).contains("4 images are removed.", "Undo the last change");
        assertThat(undone(removed)).contains("undone on").doesNotContain("Undo the last change");

        assertThat(rows(set)).isEqualTo(before);
        assertThat(jdbc.sql("select items from image_set where id = ?")
                        .param(set)
                        .query(Integer.class)
                        .single())
                .isEqualTo(9);
        assertThat(jdbc.sql("select count(*) from audit_event where subject = ? and action = 'image put back'")
                        .param("set " + set)
                        .query(Integer.class)
                        .single())
                .isEqualTo(4);
    }

    /** Every column of every item. */
    private String rows(long set) {
        return jdbc.sql("select * from item where set_id = ? order by position")
                .param(set)
                .query()
                .listOfRows()
                .toString();
    }

    @Test
    void imagesAreUndoneFromTheLastChangeToTheFirstAndNotOnceTheSetIsOpen() {
        long set = lab.draftSet(lab.study(), 5);
        jdbc.sql(
                        "update item set score = 0.5, face_x = 1, face_y = 2, face_width = 3, face_height = 4 where set_id = ?")
                .param(set)
                .update();
        String before = rows(set);
        String image = "/sets/" + set + "/images/1001";
        HttpResponse<String> replaced = admin.upload(
                image + "/picture",
                new HashMap<>(Map.of("image", Lab.picture("jpg", 77), "filename", "new.jpg")),
                image);
        String between = rows(set);
        HttpResponse<String> removed = done("/sets/" + set + "/images/removal", Map.of("index", "1000"), image);

        assertThat(UndoButton.on(replaced).pressedAnewBy(admin).body()).contains("changed again since", "flash wrong");
        UndoButton undo = UndoButton.on(removed);
        // Twice at once: two forms of the same, so that nothing but the set's lock keeps them apart.
        IntStream.range(0, 4)
                .parallel()
                .forEach(i -> assertThat(undo.pressedAnewBy(signedIn()).body()).contains("The change is undone"));
        assertThat(rows(set)).isEqualTo(between);
        assertThat(UndoButton.on(replaced).pressedAnewBy(admin).body()).contains("The change is undone");
        assertThat(rows(set)).isEqualTo(before);

        HttpResponse<String> late = done("/sets/" + set + "/images/removal", Map.of("index", "1000"), image);
        lab.open(set);
        assertThat(UndoButton.on(late).pressedBy(admin).body()).contains("has been opened", "flash wrong");
        assertThat(admin.send(
                                "/sets/" + set + "/images/changes/nothing/undoing",
                                Map.of("_csrf", admin.formToken("/account")))
                        .body())
                .contains("has been opened");
    }

    private Visitor signedIn() {
        Visitor visitor = new Visitor(port);
        visitor.signIn("admin", Api.ADMIN_PASSWORD);
        return visitor;
    }

    @Test
    void nobodyUndoesWhatTheyCantSee() {
        long set = lab.draftSet(lab.study(), 3);
        HttpResponse<String> removed = done("/sets/" + set + "/images/removal", Map.of("index", "1000"), "/account");
        HttpResponse<String> opened = done("/sets/" + set + "/opening");
        String name = "lee-" + UUID.randomUUID().toString().substring(0, 8);
        String password = Visitor.found(
                "class=\"once\"[^>]*>([^<]+)<",
                admin.post("/accounts", Map.of("name", name, "role", "EXPERIMENTER"), "/accounts")
                        .body());
        Visitor lee = new Visitor(port);
        lee.signIn(name, password);

        for (String address : List.of(
                UndoButton.on(removed).address(),
                UndoButton.on(opened).address(),
                "/sets/" + set + "/slots/0/putting-back?participant=1",
                "/sets/" + set + "/slots/0/flags/TOO_FAST/taking-back?person=1&decision=1",
                "/sets/" + set + "/flags/0/TOO_FAST/taking-back?person=1&decision=1")) {
            assertThat(lee.post(address, Map.of(), "/account").statusCode())
                    .as(address)
                    .isEqualTo(404);
            assertThat(new Visitor(port).send(address, Map.of()).statusCode())
                    .as("a stranger: " + address)
                    .isIn(401, 403);
        }
        assertThat(state(set)).isEqualTo("OPEN");
    }
}
