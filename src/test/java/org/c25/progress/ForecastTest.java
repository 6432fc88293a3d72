package org.c25.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.c25.ratings.TrialRating;
import org.junit.jupiter.api.Test;

class ForecastTest {

    private static final Instant NOW = Instant.parse("2026-05-05T12:00:00Z");

    @Test
    void aSteadyPaceGivesOneTime() {
        // 120 answers, one a minute, in the last two hours.
        Forecast forecast = Forecast.of(tempo(120, Duration.ofHours(2)), 600, Duration.ZERO);

        assertThat(forecast.words()).isEqualTo("in about 10 hours");
        assertThat(forecast.soonest()).isEqualTo(Duration.ofHours(10));
        assertThat(forecast.latest()).isEqualTo(Duration.ofHours(10));
    }

    @Test
    void aPaceThatChangedGivesARange() {
        // 51 answers in 17 hours, then 120 in the last 2: 60 an hour lately, 171 in 20 hours altogether.
        Ledger ledger = ledger(120, Duration.ofHours(2));
        IntStream.range(0, 51).forEach(i -> add(ledger, 200 + i, NOW.minus(Duration.ofMinutes(20 * 60 - 20L * i))));

        Forecast forecast = Forecast.of(new Tempo(List.of(ledger), NOW), 171, Duration.ZERO);

        assertThat(forecast.words()).isEqualTo("in 2 to 20 hours");
    }

    @Test
    void nobodyIsExpectedToBeQuickerThanTheyWere() {
        Forecast forecast = Forecast.of(tempo(120, Duration.ofHours(2)), 10, Duration.ofMinutes(40));

        assertThat(forecast.words()).isEqualTo("in about 40 minutes");
    }

    @Test
    void afterFewAnswersAndAfterALongSilenceNothingIsSaid() {
        assertThat(Forecast.of(tempo(29, Duration.ofHours(1)), 100, Duration.ZERO)
                        .words())
                .startsWith("not yet");
        Ledger old = new Ledger(1000);
        IntStream.range(0, 500).forEach(i -> add(old, i, NOW.minus(Duration.ofHours(25))));

        assertThat(Forecast.of(new Tempo(List.of(old), NOW), 100, Duration.ZERO).soonest())
                .isNull();
    }

    @Test
    void whenTheLastHoursWereSilentTheDayCounts() {
        Ledger ledger = new Ledger(1000);
        IntStream.range(0, 100).forEach(i -> add(ledger, i, NOW.minus(Duration.ofHours(10))));

        // 100 answers in 10 hours.
        assertThat(Forecast.of(new Tempo(List.of(ledger), NOW), 50, Duration.ZERO)
                        .words())
                .isEqualTo("in about 5 hours");
    }

    private static void add(Ledger ledger, int position, Instant at) {
        ledger.add(new TrialRating(position, 1, TrialRating.NONE, 1, 2, 3, 1000, 1000, 1), 0, at, at);
    }

    private static Tempo tempo(int answers, Duration within) {
        return new Tempo(List.of(ledger(answers, within)), NOW);
    }

    /** Answers evenly spread. */
    private static Ledger ledger(int answers, Duration within) {
        Ledger ledger = new Ledger(1000);
        IntStream.range(0, answers)
                .forEach(i -> add(ledger, i, NOW.minus(within).plusMillis(within.toMillis() / answers * i)));
        return ledger;
    }
}
