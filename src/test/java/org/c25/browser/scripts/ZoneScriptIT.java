package org.c25.browser.scripts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** {@code zone.js}: times in the reader's own zone, which they name. */
class ZoneScriptIT extends ScriptAlone {

    /** Somebody in this zone, whose page has a moment, a day, how long ago something was, and a time of no such kind. */
    private void reader(String zone) {
        run("""
                const Real = Intl.DateTimeFormat;
                Intl.DateTimeFormat = function (locale, options) { return new Real(locale, { ...options, timeZone: "%s" }); };
                document.body.innerHTML = `
                  <time class="at" datetime="2026-07-01T22:30:15.123456Z">2026-07-01 22:30 UTC</time>
                  <time class="at" datetime="2026-01-01T12:00:00Z">2026-01-01 12:00 UTC</time>
                  <time class="at day" datetime="2026-07-01T22:30:15Z">2026-07-01</time>
                  <time class="ago" datetime="2026-07-01T22:30:15Z" title="2026-07-01 22:30 UTC">3 min ago</time>
                  <time datetime="2026-07-01T22:30:15Z">as it was</time>`;""".formatted(zone));
        load("web/zone.js");
    }

    @Test
    void timesAreThoseOfTheReadersZoneInSummerAndInWinter() {
        reader("Europe/Berlin");

        assertThat(texts("return [...document.querySelectorAll('time')].map(time => time.textContent)"))
                .containsExactly(
                        "2026-07-02 00:30 UTC+2", "2026-01-01 13:00 UTC+1", "2026-07-02", "3 min ago", "as it was");
        assertThat(texts("return [...document.querySelectorAll('time')].map(time => time.title)"))
                .containsExactly(
                        "2026-07-02 00:30 UTC+2, Europe/Berlin",
                        "2026-01-01 13:00 UTC+1, Europe/Berlin",
                        "2026-07-02 00:30 UTC+2, Europe/Berlin",
                        "2026-07-02 00:30 UTC+2, Europe/Berlin",
                        "");
    }

    @Test
    void halvesOfHoursAndUtcItselfAreNamedAsWell() {
        reader("Asia/Kolkata");
        assertThat(run("return document.querySelector('time').textContent")).isEqualTo("2026-07-02 04:00 UTC+5:30");
    }

    @Test
    void theHoursOfAChartAreTheReadersToo() {
        reader("Asia/Kolkata");

        assertThat(texts("""
                const main = document.createElement("main");
                main.innerHTML = `<time class="at hour" datetime="2026-07-01T22:00:00Z">22:00 UTC</time>
                  <svg><title data-at="2026-07-01T22:00:00Z">22:00 UTC: 57 answers</title><title>22–24: 3 images</title></svg>`;
                tellZone(main);
                tellZone(main);
                return [...main.querySelectorAll("time, title")].map(words => words.textContent);""")).containsExactly("03:30 UTC+5:30", "03:30 UTC+5:30: 57 answers", "22–24: 3 images");
    }

    @Test
    void utcStaysAsTheServerWritesIt() {
        reader("UTC");
        assertThat(run("return document.querySelector('time').textContent")).isEqualTo("2026-07-01 22:30 UTC");
    }

    @Test
    void whatALivePageTakesOverIsTranslatedAgain() {
        reader("Asia/Seoul");

        assertThat(run("""
                const main = document.createElement("main");
                main.innerHTML = '<time class="at" datetime="2026-07-01T22:30:15Z">2026-07-01 22:30 UTC</time>';
                tellZone(main);
                return main.textContent;""")).isEqualTo("2026-07-02 07:30 UTC+9");
    }
}
