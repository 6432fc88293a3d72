package org.c25.enrolment;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.LongConsumer;
import org.c25.studies.DropOuts;
import org.c25.studies.Studies;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;

/** Looks for those who have stopped coming, again and again, on every node: whoever comes second finds nothing left to do. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class DropOutJob {

    private static final Logger LOG = LoggerFactory.getLogger(DropOutJob.class);

    private final Stalls stalls;
    private final Studies studies;
    private final Clock clock;

    DropOutJob(Stalls stalls, Studies studies, Clock clock) {
        this.stalls = stalls;
        this.studies = studies;
        this.clock = clock;
    }

    @Scheduled(initialDelayString = "${c25.drop-outs.interval}", fixedDelayString = "${c25.drop-outs.interval}")
    void run() {
        for (long study : stalls.studiesAtWork()) {
            DropOuts rule = studies.ofInvited(study).protocol().dropOuts();
            Instant now = clock.instant();
            rule.stalledAfter()
                    .map(now::minus)
                    .ifPresent(since ->
                            each(stalls.stalling(study, since), participant -> stalls.stall(participant, since)));
            rule.releaseAfter()
                    .map(now::minus)
                    .ifPresent(since ->
                            each(stalls.releasable(study, since), participant -> stalls.release(participant, since)));
        }
    }

    /** One that fails is tried again the next time, and is in nobody else's way. */
    private static void each(List<Long> participants, LongConsumer deed) {
        for (long participant : participants) {
            try {
                deed.accept(participant);
            } catch (RuntimeException e) {
                LOG.warn("Participant {} could not be looked after; the next run tries again", participant, e);
            }
        }
    }
}
