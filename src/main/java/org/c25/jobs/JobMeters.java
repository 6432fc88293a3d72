package org.c25.jobs;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Figures of the jobs, for monitoring. */
@Component
class JobMeters implements MeterBinder {

    private final JobRows rows;
    private final JobRunner runner;

    JobMeters(JobRows rows, JobRunner runner) {
        this.rows = rows;
        this.runner = runner;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        for (JobState state : List.of(JobState.WAITING, JobState.RUNNING, JobState.FAILED)) {
            Gauge.builder("c25.jobs", () -> rows.count(state))
                    .tag("state", state.name().toLowerCase(Locale.ROOT))
                    .description("Jobs in the database, of all nodes")
                    .register(registry);
        }
        Gauge.builder("c25.jobs.here", runner::atWork)
                .description("Jobs that this node does")
                .register(registry);
    }
}
