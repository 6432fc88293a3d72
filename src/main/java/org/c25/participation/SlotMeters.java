package org.c25.participation;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Figures of slots and participants, for monitoring. */
@Component
class SlotMeters implements MeterBinder {

    private final JdbcClient jdbc;

    SlotMeters(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("c25.slots.free", () -> count("select count(*) from slot where participant_id is null"))
                .description("Free slots of all sets, those that are closed included")
                .register(registry);
        Gauge.builder(
                        "c25.participants.at.work",
                        () -> count("select count(*) from participant where status = 'AT_WORK'"))
                .description("Participants who have not finished, of all sets")
                .register(registry);
    }

    private int count(String sql) {
        return jdbc.sql(sql).query(Integer.class).single();
    }
}
