package org.c25.web;

import org.c25.common.Causes;
import org.c25.common.Outage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.task.ThreadPoolTaskSchedulerCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Turns on jobs that run by the clock, on every node; each is safe to run twice. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class Scheduling {

    private static final Logger LOG = LoggerFactory.getLogger(Scheduling.class);

    /** Logs jobs that fail. A job that meets an outage runs again by the clock, so it only writes one line. */
    @Bean
    ThreadPoolTaskSchedulerCustomizer failingJobs() {
        return scheduler -> scheduler.setErrorHandler(e -> {
            if (Outage.of(e).isPresent()) {
                LOG.warn("A job could not run and tries again: {}", Causes.bottom(e));
            } else {
                LOG.error("A job failed", e);
            }
        });
    }
}
