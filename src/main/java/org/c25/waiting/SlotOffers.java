package org.c25.waiting;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.c25.invitations.SetInvitations;
import org.c25.participation.SlotFreed;
import org.c25.participation.SlotOffered;
import org.c25.participation.Slots;
import org.c25.recruiting.RecruitingLinks;
import org.c25.sets.SetView;
import org.c25.sets.Sets;
import org.c25.sets.Suspension;
import org.c25.studies.StudyView;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Offers each slot that becomes free to the first on the waiting list, for a while; then to the next. It locks the slot
 * first and then the row of the person who waits, so no two offers wait for each other, and several nodes can make
 * offers at the same time.
 */
@Component
class SlotOffers {

    private static final Logger LOG = LoggerFactory.getLogger(SlotOffers.class);

    private final JdbcClient jdbc;
    private final SetInvitations invitations;
    private final RecruitingLinks links;
    private final Slots slots;
    private final Sets sets;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final Duration lasting;

    SlotOffers(
            JdbcClient jdbc,
            SetInvitations invitations,
            RecruitingLinks links,
            Slots slots,
            Sets sets,
            ApplicationEventPublisher events,
            PlatformTransactionManager transactions,
            Clock clock,
            @Value("${c25.enrolment.offer-hours}") long hours) {
        if (hours < 1 || hours > 24 * 365) {
            throw new IllegalArgumentException("c25.enrolment.offer-hours is 1 to 8760, not " + hours);
        }
        this.jdbc = jdbc;
        this.invitations = invitations;
        this.links = links;
        this.slots = slots;
        this.sets = sets;
        this.events = events;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
        this.lasting = Duration.ofHours(hours);
    }

    /**
     * Offers slots that were offered and not taken to the next person, and also slots that became free without an
     * event.
     */
    @Scheduled(initialDelay = 60_000, fixedDelay = 60_000)
    void goOn() {
        for (SlotFreed idle : slots.idle(waitedFor())) {
            try {
                transaction.executeWithoutResult(status -> offer(idle));
            } catch (RuntimeException e) {
                LOG.warn("Slot {} of set {} could not be offered; it is tried again", idle.slot(), idle.setId(), e);
            }
        }
    }

    /** Returns the sets in which somebody waits to whom nothing was offered yet. */
    private List<Long> waitedFor() {
        return jdbc.sql("select distinct set_id from waiting where offered_until is null")
                .query(Long.class)
                .list();
    }

    /** Reserves a free slot for the first who waits, in the transaction that is open. */
    @EventListener
    void offer(SlotFreed freed) {
        if (!isOffering(freed.setId()) || !slots.hold(freed.setId(), freed.slot())) {
            return;
        }
        Instant until = clock.instant().plus(lasting);
        for (long invitation : waiting(freed.setId())) {
            if (claim(invitation, until)) {
                slots.reserve(freed.setId(), freed.slot(), invitation, until);
                events.publishEvent(new SlotOffered(invitation));
                return;
            }
        }
    }

    /** Whether slots of the set are offered at present: only if they could be taken. */
    private boolean isOffering(long setId) {
        SetView set = sets.ofInvited(setId);
        StudyView study = sets.studyOfInvited(setId);
        return set.isOpen()
                && study.protocol().recruitment().waitingList()
                && Suspension.of(set.paused(), study.archived()).isEmpty();
    }

    /**
     * Returns the people to whom nothing was offered yet and whose links are valid, those who have waited longest
     * first.
     */
    private List<Long> waiting(long setId) {
        Set<Long> valid = invitations.working(setId, links.revoked(setId));
        return jdbc.sql("""
                        select invitation_id from waiting where set_id = ? and offered_until is null
                        order by since, invitation_id""").param(setId).query(Long.class).stream()
                .filter(valid::contains)
                .toList();
    }

    private boolean claim(long invitation, Instant until) {
        return jdbc.sql("update waiting set offered_until = ? where invitation_id = ? and offered_until is null")
                        .params(until.atOffset(ZoneOffset.UTC), invitation)
                        .update()
                == 1;
    }
}
