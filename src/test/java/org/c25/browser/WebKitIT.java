package org.c25.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.c25.testing.Api;
import org.c25.testing.Lab;
import org.c25.testing.OnH2;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A participant's whole way in WebKit, the engine of Safari, on a narrow window with a mouse and a keyboard. It runs with
 * {@code -Dc25.webkit=true} alone.
 */
@OnH2
class WebKitIT {

    private static final int WIDTH = 360;
    private static final int TRIALS = 6;
    private static final List<String> LANGUAGES = List.of("ko", "ja", "zh", "es", "de", "fr", "ar", "en");

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    private Lab lab;

    @BeforeEach
    void isWanted() {
        assumeTrue(Boolean.getBoolean("c25.webkit"), "WebKit is tried with -Dc25.webkit=true.");
        assertThat(WebKit.isHere())
                .as("webkit2gtk-driver and xvfb are installed")
                .isTrue();
        lab = new Lab(Api.stranger(port).admin());
    }

    @Test
    void fromTheLinkToTheCompletionCode() throws IOException, InterruptedException {
        long set = lab.openSet(
                lab.study(Map.of("repeatShare", 0, "pacing", Map.of("practiceTrials", 1, "breakEvery", 0))), TRIALS);
        try (WebKit webKit = new WebKit(WIDTH, 740)) {
            webKit.open(
                    "http://localhost:" + port + "/join/" + lab.invite(set, 1).get(0) + "?language=en");
            webKit.click("button[value=true]");
            webKit.click("a[role=button]");
            rate(webKit, 0, 5, 5);
            webKit.click("a[role=button]");
            everyHeaderFits(webKit);
            for (int trial = 0; trial < TRIALS - 1; trial++) {
                rate(webKit, trial, 1 + trial, 9 - trial);
                String answered = (trial + 1) + "/" + TRIALS;
                webKit.until("document.querySelector('.counter').textContent === " + WebKit.quoted(answered));
            }
            byKeysAfterAClick(webKit);
            webKit.click("form.finish button");
            webKit.until("document.querySelector('.code')");

            assertThat(webKit.script("document.querySelector('.code').textContent")
                            .asString())
                    .matches("[2-9A-Z]{5}-[2-9A-Z]{5}");
            assertThat(webKit.script("document.compatMode").asString()).isEqualTo("CSS1Compat");
        }
        assertThat(jdbc.sql("""
                        select concat(a.position, ': ', a.expression, ' ', a.valence, ' ', a.arousal) from annotation a
                        join participant p on p.id = a.participant_id where p.set_id = ? order by a.position""").param(set).query(String.class).list())
                .containsExactlyElementsOf(IntStream.range(0, TRIALS)
                        .mapToObj(trial -> trial < TRIALS - 1
                                ? trial + ": " + trial + " " + (1 + trial) + " " + (9 - trial)
                                : trial + ": 7 2 9")
                        .toList());
    }

    /** In each language, with all that a mouse is offered. */
    private static void everyHeaderFits(WebKit webKit) throws IOException, InterruptedException {
        String trials = webKit.address().replaceAll("\\?.*", "");
        for (String language : LANGUAGES) {
            webKit.open(trials + "?language=" + language);
            ready(webKit);
            assertThat(webKit.script("innerWidth").asInt()).isEqualTo(WIDTH);
            assertThat(webKit.script("getComputedStyle(document.querySelector('.show-keys')).display")
                            .asString())
                    .as("keys are offered")
                    .isNotEqualTo("none");
            assertThat(webKit.script(NarrowHeader.OVERFLOW).asString())
                    .as(language)
                    .isEmpty();
        }
    }

    private static void ready(WebKit webKit) throws IOException, InterruptedException {
        webKit.until("document.querySelector('form[data-ready] .next:enabled')");
    }

    private static void rate(WebKit webKit, int expression, int valence, int arousal)
            throws IOException, InterruptedException {
        ready(webKit);
        webKit.click("[name=expression][value='" + expression + "']");
        webKit.click("[name=valence][value='" + valence + "']");
        webKit.click("[name=arousal][value='" + arousal + "']");
        webKit.click(".next");
    }

    /** What is clicked is the row that the next digit answers. */
    private static void byKeysAfterAClick(WebKit webKit) throws IOException, InterruptedException {
        ready(webKit);
        for (String key : List.of("1", "1", "9")) {
            webKit.press(key);
        }
        webKit.click("[name=expression][value='3']");
        webKit.press("8");
        webKit.click("[name=valence][value='4']");
        webKit.press("2");
        webKit.click(".next");
    }
}
