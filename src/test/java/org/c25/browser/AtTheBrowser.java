package org.c25.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import org.c25.testing.Api;
import org.c25.testing.Lab;
import org.c25.testing.OnH2;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** For tests of what people meet at a real browser: a Chromium, a server, a lab that invites. */
@OnH2
abstract class AtTheBrowser {

    /** The page's pauses are a quarter as long. */
    static final String QUICK_CLOCK = """
            const real = window.setTimeout;
            window.setTimeout = (task, pause, ...rest) => real(task, pause / 4, ...rest);""";

    private static final int LOOKS = 600;
    private static final int PAUSE_MILLIS = 100;

    static Chromium chromium;

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    Lab lab;

    @BeforeAll
    static void startChromium() {
        chromium = new Chromium();
    }

    /** Pages that stay open keep asking the server. */
    @AfterEach
    void thePeopleGo() {
        chromium.close();
    }

    @BeforeEach
    void aLab() {
        lab = new Lab(Api.stranger(port).admin());
    }

    String address(String path) {
        return "http://localhost:" + port + path;
    }

    /** The secret of a new invitation. */
    String invite(long set) {
        return lab.invite(set, 1).get(0);
    }

    Page open(String secret) {
        Page page = chromium.person(1280, 800).newPage();
        Rater.open(page, address("/join/" + secret));
        return page;
    }

    /** A page that shows the first face. */
    Page atWork(String secret) {
        return atWork(chromium.person(1280, 800), secret);
    }

    Page atWork(BrowserContext device, String secret) {
        Page page = device.newPage();
        Rater.begin(page, address("/join/" + secret));
        Rater.ready(page);
        return page;
    }

    /** All answers of a set as "position: expression revision", in order. */
    List<String> answers(long set) {
        return jdbc.sql("""
                        select a.position, a.expression, a.revision from annotation a
                        join participant p on p.id = a.participant_id
                        where p.set_id = ? order by a.position, a.revision""")
                .param(set)
                .query((row, n) -> row.getInt(1) + ": " + row.getInt(2) + " " + row.getInt(3))
                .list();
    }

    /** Waits for the page of this heading, or title: a click comes back before the next page is there. */
    static void assertTitle(Page page, String expected) {
        for (int look = 0; look < LOOKS && !title(page).equals(expected); look++) {
            page.waitForTimeout(PAUSE_MILLIS);
        }
        assertThat(title(page)).isEqualTo(expected);
    }

    static String title(Page page) {
        Locator heading = page.locator("h1");
        return heading.count() > 0
                ? heading.first().textContent()
                : page.title().replaceAll(" · C25", "");
    }
}
