package org.c25.links;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Figures of the e-mails to invited people, for monitoring. */
@Component
class EmailMeters implements MeterBinder {

    private final EmailQueue queue;

    EmailMeters(EmailQueue queue) {
        this.queue = queue;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        for (EmailState state : List.of(EmailState.WAITING, EmailState.FAILED)) {
            Gauge.builder("c25.emails", () -> queue.count(state))
                    .tag("state", state.name().toLowerCase(Locale.ROOT))
                    .description("E-mails in the database, of all nodes")
                    .register(registry);
        }
    }
}
