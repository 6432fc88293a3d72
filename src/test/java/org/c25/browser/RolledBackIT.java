package org.c25.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.c25.C25Application;
import org.c25.testing.Api;
import org.c25.testing.Databases;
import org.c25.testing.Lab;
import org.c25.testing.Person;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A PostgreSQL database that is put back to an earlier state, while people rate faces and after they have finished. */
class RolledBackIT {

    private static final String NAME = "rolled_back";
    private static final int FACES = 6;

    private static ConfigurableApplicationContext application;
    private static Chromium chromium;
    private static int port;

    private Lab lab;
    private long set;
    private String link;
    private BrowserContext device;

    @BeforeAll
    static void anApplication() throws SQLException {
        atTheServer("create database " + NAME);
        Databases.Server server = Databases.Server.running();
        application = new SpringApplicationBuilder(C25Application.class)
                .run(
                        "--server.port=0",
                        "--c25.data-dir=" + Databases.folder(),
                        "--c25.admin-password=" + Api.ADMIN_PASSWORD,
                        "--spring.datasource.url=" + server.url().replaceFirst("/postgres", "/" + NAME),
                        "--spring.datasource.username=" + server.user(),
                        "--spring.datasource.password=" + server.password());
        port = Integer.parseInt(application.getEnvironment().getRequiredProperty("local.server.port"));
        chromium = new Chromium();
    }

    @AfterAll
    static void theEnd() throws SQLException {
        application.close();
        atTheServer("drop database " + NAME + " with (force)");
    }

    private static void atTheServer(String... statements) throws SQLException {
        Databases.Server server = Databases.Server.running();
        try (Connection connection = DriverManager.getConnection(server.url(), server.user(), server.password())) {
            for (String statement : statements) {
                connection.createStatement().execute(statement);
            }
        }
    }

    @BeforeEach
    void somebodyInvited() {
        lab = new Lab(Api.stranger(port).admin());
        set = lab.openSet(lab.study(Map.of("repeatShare", 0, "capacity", 2)), FACES);
        link = lab.invite(set, 1).get(0);
        device = chromium.person(1280, 800);
    }

    @AfterEach
    void thePeopleGo() {
        chromium.close();
    }

    /** Keeps the present state. */
    private static void copy(String copy) throws SQLException {
        atTheServer(
                "alter database " + NAME + " allow_connections false",
                "select pg_terminate_backend(pid, 5000) from pg_stat_activity where datname = '" + NAME + "'",
                "create database " + copy + " template " + NAME,
                "alter database " + NAME + " allow_connections true");
        untilItIsThere();
    }

    /** Goes on from a kept state. */
    private static void putBack(String copy) throws SQLException {
        atTheServer("drop database " + NAME + " with (force)", "alter database " + copy + " rename to " + NAME);
        untilItIsThere();
    }

    private static void untilItIsThere() {
        while (Api.stranger(port).get("/actuator/health").status() != 200
                || Api.stranger(port).get("/api/v1/sets/0/progress").status() != 401) {
            LockSupport.parkNanos(50_000_000);
        }
        // The pool looks whether a connection is broken that was not used for half a second.
        LockSupport.parkNanos(700_000_000);
    }

    private Page atWork() {
        Page page = device.newPage();
        Rater.begin(page, address("/join/" + link));
        Rater.ready(page);
        return page;
    }

    private static String address(String path) {
        return "http://localhost:" + port + path;
    }

    /** By connections of its own: the application's may have been broken. */
    private static JdbcClient jdbc() {
        Databases.Server server = Databases.Server.running();
        return JdbcClient.create(new DriverManagerDataSource(
                server.url().replaceFirst("/postgres", "/" + NAME), server.user(), server.password()));
    }

    /** All answers of the set as "position: expression revision", in order. */
    private List<String> answers() {
        return jdbc().sql("""
                        select a.position, a.expression, a.revision from annotation a
                        join participant p on p.id = a.participant_id
                        where p.set_id = ? order by a.position, a.revision""")
                .param(set)
                .query((row, n) -> row.getInt(1) + ": " + row.getInt(2) + " " + row.getInt(3))
                .list();
    }

    private static void rate(Page page, int... expressions) {
        for (int expression : expressions) {
            Rater.rate(page, expression, 2, 3);
        }
    }

    @Test
    void theOpenPageBringsItsAnswersAgainAtTheNextReply() throws SQLException {
        Page page = atWork();
        rate(page, 0, 1);
        Rater.allSaved(page);
        copy("earlier");
        rate(page, 2, 3);
        Rater.allSaved(page);
        changeTheLast(page, 7);
        putBack("earlier");
        assertThat(answers()).containsExactly("0: 0 1", "1: 1 1");

        rate(page, 4);

        Rater.allSaved(page);
        assertThat(answers()).containsExactly("0: 0 1", "1: 1 1", "2: 2 1", "3: 3 1", "3: 7 2", "4: 4 1");
        assertThat(page.locator(".counter").textContent()).isEqualTo("5/6");
        rate(page, 5);
        page.locator("form.finish button").click();
        page.locator(".code").waitFor();
    }

    private static void changeTheLast(Page page, int expression) {
        String face = Rater.face(page);
        page.locator(".back").click();
        page.locator("form[data-revising='true'][data-ready]").waitFor();
        Rater.choose(page, expression, 2, 3);
        page.locator(".next").click();
        page.waitForFunction(
                "face => document.querySelector('.face').getAttribute('src') === face"
                        + " && document.querySelector('[data-ready]')",
                face);
    }

    @Test
    void whoComesBackAfterTheEndHealsTheRecordAndGetsTheSameCode() throws SQLException {
        Page page = atWork();
        rate(page, 0, 1);
        Rater.allSaved(page);
        copy("earlier");
        rate(page, 2, 3, 4, 5);
        String code = finish(page);
        page.close();
        putBack("earlier");
        assertThat(answers()).hasSize(2);
        assertThat(new Person(Api.stranger(port), link).complete(6).status()).isEqualTo(409);

        Page back = device.newPage();
        back.navigate(address("/join/" + link));

        assertThat(back.locator(".code").textContent()).isEqualTo(code);
        assertThat(answers()).containsExactly("0: 0 1", "1: 1 1", "2: 2 1", "3: 3 1", "4: 4 1", "5: 5 1");
    }

    private static String finish(Page page) {
        page.locator("form.finish button").click();
        String code = page.locator(".code").textContent();
        page.waitForFunction("""
                () => new Promise(resolve => {
                  indexedDB.open("c25").onsuccess = ({ target: { result: database } }) => {
                    database.transaction("told").objectStore("told").getAll().onsuccess = ({ target: { result: all } }) => {
                      database.close();
                      resolve(all.some(({ finishedAt }) => finishedAt));
                    };
                  };
                })""");
        return code;
    }

    /** The place went to somebody else in the meantime: the answers are kept, and that is what the page says. */
    @Test
    void whoseSlotWasGivenToAnotherReadsSoAndTheAnswersComeBackAllTheSame() throws SQLException {
        Page page = atWork();
        rate(page, 0, 1);
        Rater.allSaved(page);
        copy("earlier");
        rate(page, 2, 3, 4, 5);
        finish(page);
        page.close();
        putBack("earlier");
        jdbc().sql("update participant set status = 'RELEASED' where set_id = ?")
                .param(set)
                .update();
        Page back = device.newPage();
        back.navigate(address("/join/" + link));

        AtTheBrowser.assertTitle(back, "Good to see you again");
        while (answers().size() < FACES) {
            back.waitForTimeout(100);
        }
        assertThat(answers()).containsExactly("0: 0 1", "1: 1 1", "2: 2 1", "3: 3 1", "4: 4 1", "5: 5 1");
        assertThat(back.locator(".code").count()).isZero();
    }

    @Test
    void whoseConsentIsGoneIsToldAndTheAnswersStayForAnotherRestore() throws SQLException {
        Page nobody = device.newPage();
        nobody.navigate(address("/join/" + link));
        copy("earlier");
        Page page = atWork();
        rate(page, 0, 1);
        Rater.allSaved(page);
        copy("later");
        rate(page, 2);
        Rater.allSaved(page);
        putBack("earlier");

        Rater.choose(page, 3, 2, 3);
        page.locator(".next").click();
        // On the page of the face, or on the page of consent if this one wanted something else from the server first.
        page.getByText("kept on this device (4)").waitFor();
        page.navigate(address("/join/" + link));
        page.locator(".ended", new Page.LocatorOptions().setHasText("kept on this device (4)"))
                .waitFor();
        assertThat(answers()).isEmpty();
        putBack("later");
        page.navigate(address("/join/" + link));

        page.locator("form[data-position='4'][data-ready]").waitFor();
        assertThat(answers()).containsExactly("0: 0 1", "1: 1 1", "2: 2 1", "3: 3 1");
    }
}
