package org.c25.participation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.LongConsumer;
import org.c25.protocol.DropOutRules;
import org.c25.studies.Studies;
import org.c25.studies.StudyView;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.Scheduled;

/**
 * Looks for participants who have stopped coming, again and again, on every node: a node that comes second finds
 * nothing left to do.
 */
@Configuration(proxyBeanMethods = false)
public class DropOutJob {

    private static final Logger LOG = LoggerFactory.getLogger(DropOutJob.class);

    private final Stalls stalls;
    private final Studies studies;
    private final Clock clock;
    private final Duration notice;

    /**
     * @param notice the least time between the moment in which somebody is found to be stalled and the moment in which
     *     they lose their slot, if the study's own times leave so much. Without it, people who were silent while no
     *     node ran would lose their slot at the moment in which they are reminded.
     */
    DropOutJob(Stalls stalls, Studies studies, Clock clock, @Value("${c25.drop-outs.notice}") Duration notice) {
        this.stalls = stalls;
        this.studies = studies;
        this.clock = clock;
        this.notice = notice;
    }

    @Scheduled(initialDelayString = "${c25.drop-outs.interval}", fixedDelayString = "${c25.drop-outs.interval}")
    public void run() {
        for (long id : stalls.studiesAtWork()) {
            StudyView study = studies.ofInvited(id);
            DropOutRules rule = study.protocol().dropOuts();
            Instant now = clock.instant();
            rule.stalledAfter()
                    .map(now::minus)
                    .ifPresent(since ->
                            each(stalls.stalling(study, since), participant -> stalls.stall(participant, since)));
            rule.releaseAfter().ifPresent(after -> {
                Instant since = now.minus(after);
                Instant stalledBefore = clock.instant().minus(noticeOf(rule, after));
                each(
                        stalls.releasable(study, since, stalledBefore),
                        participant -> stalls.release(participant, since, stalledBefore));
            });
        }
    }

    private Duration noticeOf(DropOutRules rule, Duration releaseAfter) {
        Duration between = releaseAfter.minus(rule.stalledAfter().orElse(Duration.ZERO));
        return between.compareTo(notice) < 0 ? between : notice;
    }

    /**
     * Does the deed for each participant. If it fails for one, the others still get theirs, and the next run tries that
     * one again.
     */
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
