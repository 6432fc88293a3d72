package org.c25.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.Route;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.c25.testing.Api;
import org.c25.testing.Lab;
import org.c25.testing.RunningJar;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A participant's hours with everything going wrong: the server is killed twice, the network is cut three times, once
 * across a reload, and in between requests fail, are sent twice, or lose their replies.
 */
class HardHoursIT {

    private static final int TRIALS = 60;
    private static final String PASSWORD = "--c25.admin-password=" + Api.ADMIN_PASSWORD;

    @TempDir
    Path data;

    private final Random random = new Random(880);
    private final Map<Integer, String> clicked = new TreeMap<>();
    private boolean trouble = true;

    @Test
    void everyClickedAnswerIsThereOnceAndAsItWasClicked() throws Exception {
        RunningJar jar = RunningJar.start(data, PASSWORD);
        assertThat(String.join("\n", jar.printed())).doesNotContain("/join/").doesNotContain(Api.ADMIN_PASSWORD);
        try (Chromium chromium = new Chromium()) {
            Lab lab = new Lab(jar.stranger().admin());
            String link = "http://localhost:" + jar.port() + "/join/"
                    + lab.invite(lab.openSet(lab.study(Map.of("repeatShare", 0)), TRIALS), 1)
                            .get(0);
            BrowserContext device = chromium.person(1280, 800);
            device.addInitScript(AtTheBrowser.QUICK_CLOCK);
            device.route("**/annotation", this::interfere);
            Page page = device.newPage();
            Rater.begin(page, link);

            rateUntil(page, 10);
            Rater.facesAhead(page, 5);
            device.setOffline(true);
            rate(page, 4);
            device.setOffline(false);
            rateUntil(page, 18);

            Rater.facesAhead(page, 5);
            jar.kill();
            rate(page, 3);
            jar = RunningJar.startAt(jar.port(), data, PASSWORD);
            rateUntil(page, 27);

            Rater.facesAhead(page, 5);
            device.setOffline(true);
            rate(page, 4);
            reloadInVain(page);
            device.setOffline(false);
            page.navigate(link);
            rateUntil(page, 39);

            Rater.facesAhead(page, 5);
            jar.kill();
            rate(page, 2);
            jar = RunningJar.startAt(jar.port(), data, PASSWORD);
            rateUntil(page, 49);
            Rater.facesAhead(page, 5);
            device.setOffline(true);
            rate(page, 5);
            device.setOffline(false);
            rateUntil(page, TRIALS);

            trouble = false;
            page.locator("main button").click(); // Finish: the server counts.
            assertThat(page.locator(".code").textContent()).matches("[2-9A-Z]{5}-[2-9A-Z]{5}");
        } finally {
            jar.close();
        }
        assertThat(clicked).hasSize(TRIALS);
        assertThat(stored()).isEqualTo(clicked);
    }

    /** One request in four fails before it arrives, loses its reply, arrives twice, or gets an error for an answer. */
    private void interfere(Route route) {
        switch (trouble ? random.nextInt(16) : 15) {
            case 0 -> route.abort();
            case 1 -> {
                fetch(route);
                route.abort();
            }
            case 2 -> {
                fetch(route);
                route.resume();
            }
            case 3 -> route.fulfill(new Route.FulfillOptions().setStatus(503));
            default -> route.resume();
        }
    }

    private static void fetch(Route route) {
        try {
            route.fetch();
        } catch (PlaywrightException away) {
            // Nobody is there to take it.
        }
    }

    private void rateUntil(Page page, int position) {
        while (page.locator("form.trial").count() > 0 && position(page) < position) {
            rate(page, 1);
        }
    }

    private void rate(Page page, int count) {
        for (int i = 0; i < count; i++) {
            page.locator("form[data-ready] .next:enabled")
                    .waitFor(new com.microsoft.playwright.Locator.WaitForOptions().setTimeout(300_000));
            int position = position(page);
            int expression = random.nextInt(8);
            int valence = 1 + random.nextInt(9);
            int arousal = 1 + random.nextInt(9);
            page.evaluate(
                    "choice => { for (const [scale, value] of Object.entries(choice))"
                            + " document.querySelector(`[name=${scale}][value='${value}']`).click(); }",
                    Map.of("expression", expression, "valence", valence, "arousal", arousal));
            clicked.put(position, expression + " " + valence + " " + arousal);
            page.locator(".next").click();
            page.waitForFunction(
                    "before => { const form = document.querySelector('form.trial');"
                            + " return !form || form.action.split('/').at(-1) !== before; }",
                    String.valueOf(position),
                    new Page.WaitForFunctionOptions().setTimeout(300_000));
        }
    }

    private static int position(Page page) {
        return Integer.parseInt(
                (String) page.evaluate("() => document.querySelector('form.trial').action.split('/').at(-1)"));
    }

    private static void reloadInVain(Page page) {
        try {
            page.reload();
        } catch (PlaywrightException noNetwork) {
            assertThat(noNetwork).hasMessageContaining("ERR_INTERNET_DISCONNECTED");
        }
    }

    private Map<Integer, String> stored() throws SQLException {
        Map<Integer, String> answers = new TreeMap<>();
        String url = "jdbc:h2:file:" + data.resolve("c25") + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;IFEXISTS=TRUE";
        try (Connection connection = DriverManager.getConnection(url, "sa", "");
                ResultSet rows = connection
                        .createStatement()
                        .executeQuery("select position, expression, valence, arousal, revision from annotation")) {
            while (rows.next()) {
                String answer = rows.getInt(2) + " " + rows.getInt(3) + " " + rows.getInt(4);
                answers.merge(rows.getInt(1), answer, (one, other) -> one + " and " + other);
                assertThat(rows.getInt(5)).isEqualTo(1);
            }
        }
        return answers;
    }
}
