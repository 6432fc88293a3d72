package org.c25.participation;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.function.LongFunction;
import java.util.stream.Collectors;
import org.c25.affect.Dimension;
import org.c25.common.Problem;
import org.c25.common.Sha256;
import org.c25.invitations.InvitedPerson;
import org.c25.protocol.ControlLayout;
import org.c25.protocol.Protocol;
import org.c25.protocol.ScaleDirection;
import org.c25.studies.StudyView;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Puts somebody into a slot: it writes the participant's row, takes the slot, keeps the terms they agreed to, and
 * stores their trials.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class Enrolling {

    private final JdbcClient jdbc;
    private final Slots slots;
    private final SlotHistory history;
    private final Trials trials;
    private final ConsentText consentText;
    private final Clock clock;

    Enrolling(JdbcClient jdbc, Slots slots, SlotHistory history, Trials trials, ConsentText consentText, Clock clock) {
        this.jdbc = jdbc;
        this.slots = slots;
        this.history = history;
        this.trials = trials;
        this.consentText = consentText;
        this.clock = clock;
    }

    /**
     * Puts someone who has consented into a free slot. Their trials are drawn only once they have it.
     *
     * @param language the language in which consent was given, a BCP 47 tag
     * @param draw returns the order of the trials of the participant with this id, drawn from the seed
     * @throws Problem 409 if no slot is free
     */
    public void takeSlot(
            InvitedPerson invited,
            StudyView study,
            String language,
            long seed,
            LongFunction<List<TrialOrder.Showing>> draw) {
        long id = insert(invited.setId(), invited.invitationId(), ParticipantStatus.AT_WORK, language, seed, now());
        OptionalInt slot = slots.takeAny(invited.setId(), id, invited.invitationId());
        if (slot.isEmpty()) {
            throw Ineligibility.FULL.problem();
        }
        List<TrialOrder.Showing> order = draw.apply(id);
        settle(id, slot.getAsInt(), order.size());
        history.record(invited.setId(), slot.getAsInt(), id, SlotChange.TAKEN);
        keepTerms(id, study, study.protocol().presentation().forSlot(slot.getAsInt()), Locale.forLanguageTag(language));
        trials.insert(invited.setId(), id, order);
    }

    /**
     * Puts someone whose answers come from a file into a slot.
     *
     * @param itemIds the items in the order of the set
     * @throws Problem 409 if the slot is taken
     */
    public Participant enrolImported(long setId, int slot, List<Long> itemIds) {
        OffsetDateTime now = now();
        long id = insert(setId, null, ParticipantStatus.IMPORTED, null, null, now);
        if (!slots.take(setId, slot, id, Slots.NOBODY)) {
            throw Problem.conflict(
                    "participant" + slot + " is taken already; answers can be imported into free slots.");
        }
        settle(id, slot, itemIds.size());
        history.record(setId, slot, id, SlotChange.IMPORTED);
        trials.insertImported(setId, id, itemIds);
        return new Participant(
                id,
                setId,
                slot,
                ParticipantStatus.IMPORTED,
                now.toInstant(),
                itemIds.size(),
                0,
                null,
                null,
                null,
                ControlLayout.C25,
                true,
                true,
                true,
                null);
    }

    private long insert(
            long setId,
            @Nullable Long invitationId,
            ParticipantStatus status,
            @Nullable String locale,
            @Nullable Long seed,
            OffsetDateTime consentedAt) {
        GeneratedKeyHolder key = new GeneratedKeyHolder();
        jdbc.sql("""
                        insert into participant
                            (set_id, slot_number, invitation_id, status, locale, seed, trials, consented_at)
                        values (?, -1, ?, ?, ?, ?, 0, ?)""")
                .params(setId, invitationId, status.name(), locale, seed, consentedAt)
                .update(key, "id");
        return Objects.requireNonNull(key.getKey()).longValue();
    }

    private void settle(long id, int slot, int trialCount) {
        jdbc.sql("update participant set slot_number = ?, trials = ? where id = ?")
                .params(slot, trialCount, id)
                .update();
    }

    /**
     * Keeps what this person agreed to, and how the study is arranged for them. It stays so whatever the study chooses
     * later.
     */
    private void keepTerms(long id, StudyView study, ControlLayout arrangement, Locale locale) {
        Protocol protocol = study.protocol();
        jdbc.sql("""
                        update participant set consent_version = ?, consent_sha256 = ?,
                            trial_ordering = ?, repeat_share = ?, repeat_minimum_lag = ?, dimension_order = ?,
                            scale_direction = ?, in_order = ?, minimum_viewing_millis = ? where id = ?""")
                .params(
                        study.consentVersion(),
                        Sha256.of(consentText.of(protocol, locale).text()),
                        protocol.ordering().name(),
                        protocol.repeatShare(),
                        protocol.repeatMinimumLag(),
                        arrangement.dimensions().stream().map(Dimension::name).collect(Collectors.joining(",")),
                        (arrangement.descending() ? ScaleDirection.DESCENDING : ScaleDirection.ASCENDING).name(),
                        arrangement.inOrder(),
                        arrangement.minimumViewingMillis(),
                        id)
                .update();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
