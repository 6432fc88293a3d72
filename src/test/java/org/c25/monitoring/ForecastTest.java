package org.c25.monitoring;

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
        ParticipantTally tally = tally(120, Duration.ofHours(2));
        IntStream.range(0, 51).forEach(i -> add(tally, 200 + i, NOW.minus(Duration.ofMinutes(20 * 60 - 20L * i))));

        Forecast forecast = Forecast.of(new AnswerRate(List.of(tally), NOW), 171, Duration.ZERO);

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
        ParticipantTally old = new ParticipantTally(1000);
        IntStream.range(0, 500).forEach(i -> add(old, i, NOW.minus(Duration.ofHours(25))));

        assertThat(Forecast.of(new AnswerRate(List.of(old), NOW), 100, Duration.ZERO)
                        .soonest())
                .isNull();
    }

    @Test
    void whenTheLastHoursWereSilentTheDayCounts() {
        ParticipantTally tally = new ParticipantTally(1000);
        IntStream.range(0, 100).forEach(i -> add(tally, i, NOW.minus(Duration.ofHours(10))));

        // 100 answers in 10 hours.
        assertThat(Forecast.of(new AnswerRate(List.of(tally), NOW), 50, Duration.ZERO)
                        .words())
                .isEqualTo("in about 5 hours");
    }

    private static void add(ParticipantTally tally, int position, Instant at) {
        tally.add(new TrialRating(position, 1, TrialRating.NONE, 1, 2, 3, 1000, 1000, 1), 0, at, at);
    }

    private static AnswerRate tempo(int answers, Duration within) {
        return new AnswerRate(List.of(tally(answers, within)), NOW);
    }

    /** Answers evenly spread. */
    private static ParticipantTally tally(int answers, Duration within) {
        ParticipantTally tally = new ParticipantTally(1000);
        IntStream.range(0, answers)
                .forEach(i -> add(tally, i, NOW.minus(within).plusMillis(within.toMillis() / answers * i)));
        return tally;
    }
}
