package org.c25.notices;

import java.net.http.HttpResponse;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.c25.participation.DropOutJob;
import org.c25.participation.Silence;
import org.c25.testing.Api;
import org.c25.testing.HookServer;
import org.c25.testing.Lab;
import org.c25.testing.Person;
import org.c25.testing.PostOffice;
import org.c25.testing.Visitor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** A study with a set of two slots, a mail server, a webhook's program, and an admin who wants to be told. */
abstract class NoticesStory {

    static final PostOffice OFFICE = new PostOffice();

    static final List<String> TABLES = List.of(
            "notice_content",
            "notice",
            "notice_choice",
            "notice_target",
            "notice_event",
            "notice_look",
            "notice_address");

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    NoticeJob job;

    @Autowired
    NoticeSender sender;

    @Autowired
    DropOutJob dropOuts;

    Api staff;
    Lab lab;
    Visitor admin;
    Silence silence;
    HookServer hook;
    long study;
    long set;

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry settings) {
        settings.add("spring.mail.host", () -> "127.0.0.1");
        settings.add("spring.mail.port", () -> OFFICE.port);
        settings.add("c25.mail.from", () -> "Faces lab <faces@example.org>");
        settings.add("c25.notices.in-own-network", () -> "localhost");
        // The tests look and send for themselves, and let time go by in the database.
        settings.add("c25.notices.look", () -> "1h");
        settings.add("c25.notices.interval", () -> "1h");
        settings.add("c25.notices.flags", () -> "0s");
        settings.add("c25.notices.attempts", () -> "3");
        settings.add("c25.notices.patience", () -> "5s");
    }

    @BeforeEach
    void aStudyOfWhichNobodyIsToldYet() {
        OFFICE.openAgain();
        TABLES.forEach(table -> jdbc.sql("delete from " + table).update());
        hook = new HookServer();
        staff = Api.stranger(port).admin();
        lab = new Lab(staff);
        silence = new Silence(jdbc);
        study = lab.study(Map.of("name", "Faces & feelings", "capacity", 2, "repeatShare", 0));
        set = lab.openSet(study, 2);
        admin = new Visitor(port);
        admin.signIn("admin", Api.ADMIN_PASSWORD);
    }

    @AfterEach
    void closeTheHook() {
        hook.close();
    }

    @AfterAll
    static void closeThePostOffice() {
        OFFICE.close();
    }

    String page() {
        return "/studies/" + study + "/notices";
    }

    /** The admin's own address, given by themselves as an admin. */
    void adminHasAnAddress() {
        String path = "/accounts/" + account("admin") + "/notice-address";
        admin.post(path, Map.of("address", "boss@example.org"), path);
    }

    long account(String name) {
        return jdbc.sql("select id from account where name = ?")
                .param(name)
                .query(Long.class)
                .single();
    }

    void adminWants(NoticeKind... kinds) {
        adminHasAnAddress();
        choose(admin, kinds);
    }

    HttpResponse<String> choose(Visitor who, NoticeKind... kinds) {
        return who.sendAll(page(), kinds(who, kinds));
    }

    private Map<String, List<String>> kinds(Visitor who, NoticeKind... kinds) {
        Map<String, List<String>> fields = new HashMap<>();
        fields.put("_csrf", List.of(who.formToken(page())));
        fields.put("kinds", List.of(kinds).stream().map(NoticeKind::name).toList());
        return fields;
    }

    HttpResponse<String> addWebhook(String address, NoticeKind... kinds) {
        Map<String, List<String>> fields = kinds(admin, kinds);
        fields.put("address", List.of(address));
        return admin.sendAll("/studies/" + study + "/webhooks", fields);
    }

    static List<String> subjects() {
        return OFFICE.letters().stream().map(PostOffice.Letter::subject).toList();
    }

    static String secretOn(HttpResponse<String> page) {
        return Visitor.found("class=\"once\"[^>]*>([^<]+)<", page.body());
    }

    String join() {
        String token = lab.invite(set, 1).get(0);
        person(token).consent().expect(200);
        return token;
    }

    Person person(String token) {
        return new Person(Api.stranger(port), token);
    }

    /** Somebody takes a slot, and is found to be stalled a day later. */
    String stalled() {
        String token = join();
        silence.of(token, 24.1);
        dropOuts.run();
        return token;
    }

    void lookAndSend() {
        job.look();
        sender.sendDue();
    }

    /** Lets time go by for what waits: the pause before the next attempt is over, and the last digest is long ago. */
    void timePasses() {
        OffsetDateTime then = OffsetDateTime.now(ZoneOffset.UTC).minusHours(1);
        jdbc.sql("update notice set written_at = ?, next_attempt_at = ?")
                .params(then, then)
                .update();
    }

    int rows(String table) {
        return jdbc.sql("select count(*) from " + table).query(Integer.class).single();
    }

    List<String> states() {
        return jdbc.sql("select concat(kind, ' ', state, ' ', attempts) from notice order by id")
                .query(String.class)
                .list();
    }
}
