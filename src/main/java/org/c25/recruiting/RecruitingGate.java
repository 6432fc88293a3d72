package org.c25.recruiting;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.c25.common.Moments;
import org.c25.invitations.ExternalIdKey;
import org.c25.invitations.InvitedPerson;
import org.c25.protocol.Recruitment;
import org.c25.security.ClientAddress;
import org.c25.sets.Sets;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Limits how fast a recruiting link gives away slots: at most so many new ones in any period of so many minutes, and so
 * many of them to one network address. Invented IDs thus can't take all slots before somebody notices; people who have
 * to wait are told for how long.
 */
@Component
public class RecruitingGate {

    private final JdbcClient jdbc;
    private final Sets sets;
    private final ExternalIdKey key;
    private final Clock clock;

    RecruitingGate(JdbcClient jdbc, Sets sets, ExternalIdKey key, Clock clock) {
        this.jdbc = jdbc;
        this.sets = sets;
        this.key = key;
        this.clock = clock;
    }

    /**
     * Counts a new slot, in the transaction that takes it. If many come at the same moment, each waits here until the
     * one before has taken its slot or has not.
     *
     * @throws Queued if the link, or this address, has had its new slots for now
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void pass(InvitedPerson invited, ClientAddress address) {
        Optional<Long> link = linkOf(invited);
        if (link.isEmpty()) {
            return;
        }
        jdbc.sql("update recruiting_gate set admitted = admitted + 1 where recruiting_link_id = ?")
                .param(link.get())
                .update();
        Duration wait = wait(link.get(), invited.setId(), address);
        if (!wait.isZero()) {
            throw new Queued(wait);
        }
        jdbc.sql("insert into new_place (recruiting_link_id, taken_at, address_hmac) values (?, ?, ?)")
                .params(link.get(), now(), hmac(link.get(), address))
                .update();
    }

    /** Returns how long somebody has to wait for their turn, as things stand; zero for not at all. */
    @Transactional(readOnly = true)
    public Duration wait(InvitedPerson invited, ClientAddress address) {
        return linkOf(invited).map(link -> wait(link, invited.setId(), address)).orElse(Duration.ZERO);
    }

    /** Returns the recruiting link of an invitation; empty if staff made the invitation. */
    private static Optional<Long> linkOf(InvitedPerson invited) {
        return Optional.of(invited.linkId()).filter(link -> invited.recruited() && link != 0);
    }

    private Duration wait(long link, long setId, ClientAddress address) {
        Recruitment limits = sets.studyOfInvited(setId).protocol().recruitment();
        Duration window = Duration.ofMinutes(limits.newPlacesMinutes());
        Duration forLink = untilFree(link, null, limits.newPlaces(), window);
        Duration forAddress = untilFree(link, hmac(link, address), limits.newPlacesPerAddress(), window);
        return forLink.compareTo(forAddress) > 0 ? forLink : forAddress;
    }

    /** Returns the time until fewer than {@code most} slots were taken within the last {@code window}. */
    private Duration untilFree(long link, @Nullable String address, int most, Duration window) {
        Instant now = clock.instant();
        List<Instant> taken = jdbc.sql("""
                        select taken_at from new_place where recruiting_link_id = ? and taken_at > ?
                            and address_hmac = coalesce(?, address_hmac)
                        order by taken_at desc limit 1 offset ?""")
                .params(link, now.minus(window).atOffset(ZoneOffset.UTC), address, most - 1)
                .query((row, n) -> Moments.in(row, "taken_at"))
                .list();
        return taken.isEmpty()
                ? Duration.ZERO
                : Duration.between(now, taken.get(0).plus(window));
    }

    /**
     * Returns the HMAC of an address. It depends on the link, too: so nobody can tell where else somebody came from the
     * same address.
     */
    private String hmac(long link, ClientAddress address) {
        return key.hmac("address " + link + " " + address.network());
    }

    /** Deletes addresses that are too old to count any more. */
    @Scheduled(initialDelay = 60_000, fixedDelay = 3_600_000)
    @Transactional
    void forget() {
        jdbc.sql("delete from new_place where taken_at < ?")
                .param(now().minusMinutes(Recruitment.MOST_MINUTES))
                .update();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
