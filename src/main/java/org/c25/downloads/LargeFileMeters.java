package org.c25.downloads;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.stereotype.Component;

/** Figures of the large files of this node, for monitoring. */
@Component
class LargeFileMeters implements MeterBinder {

    private final LargeFileQueue queue;
    private final Downloads downloads;

    LargeFileMeters(LargeFileQueue queue, Downloads downloads) {
        this.queue = queue;
        this.downloads = downloads;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("c25.large.files.made", queue::atWork)
                .description("Large files that are being made")
                .register(registry);
        Gauge.builder("c25.large.files.waiting", queue::inLine)
                .description("Large files that wait for their turn")
                .register(registry);
        Gauge.builder("c25.large.files.on.disk", downloads::onDisk)
                .description("Large files on the disk, waiting, made and being sent")
                .register(registry);
    }
}
