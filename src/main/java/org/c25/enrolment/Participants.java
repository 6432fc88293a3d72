package org.c25.enrolment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ThreadLocalRandom;
import org.c25.affect.Dimension;
import org.c25.audit.Audit;
import org.c25.sets.SetView;
import org.c25.sets.Sets;
import org.c25.studies.Arrangement;
import org.c25.studies.Protocol;
import org.c25.studies.ScaleDirection;
import org.c25.studies.Studies;
import org.c25.studies.StudyView;
import org.c25.studies.TrialOrdering;
import org.c25.web.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** People taking part: a place taken, work finished, a withdrawal. */
@Service
@Transactional
public class Participants {

    private static final String SELECT =
            "select id, set_id, slot_number, status, trials, completion_code, dimension_order, scale_direction,"
                    + " questions_at, practised_at, closing_at from participant";

    private final JdbcClient jdbc;
    private final Slots slots;
    private final Trials trials;
    private final Sets sets;
    private final Studies studies;
    private final ConsentText consentText;
    private final ApplicationEventPublisher events;
    private final Audit audit;
    private final Clock clock;

    Participants(
            JdbcClient jdbc,
            Slots slots,
            Trials trials,
            Sets sets,
            Studies studies,
            ConsentText consentText,
            ApplicationEventPublisher events,
            Audit audit,
            Clock clock) {
        this.jdbc = jdbc;
        this.slots = slots;
        this.trials = trials;
        this.sets = sets;
        this.studies = studies;
        this.consentText = consentText;
        this.events = events;
        this.audit = audit;
        this.clock = clock;
    }

    /** The person as a participant, if they have taken a place, also after a withdrawal. */
    @Transactional(readOnly = true)
    public Optional<Participant> find(Invited invited) {
        return jdbc.sql(SELECT + " where invitation_id = ?")
                .param(invited.invitationId())
                .query(Participants::map)
                .optional();
    }

    /** @throws Problem 409 if the person has not consented yet, or has withdrawn */
    @Transactional(readOnly = true)
    public Participant require(Invited invited) {
        Participant participant =
                find(invited).orElseThrow(() -> Problem.conflict("Consent first: no place has been taken yet."));
        return refuseWithdrawn(participant);
    }

    /**
     * Takes a place and draws the order of trials. Asked again, it gives the place taken before.
     *
     * @param locale the language in which consent was given, a BCP 47 tag
     * @throws Problem 409 if the set is closed or full, or the person has withdrawn
     */
    public Participant consent(Invited invited, String locale) {
        // One person's requests wait for each other here, so that a double click takes one place.
        jdbc.sql("select id from invitation where id = ? for update")
                .param(invited.invitationId())
                .query(Long.class)
                .single();
        Optional<Participant> before = find(invited);
        if (before.isPresent()) {
            return refuseWithdrawn(before.get());
        }
        SetView set = sets.ofInvited(invited.setId());
        if (!set.isOpen()) {
            throw Problem.conflict("The set is closed: nobody can join at present.");
        }
        StudyView study = studies.ofInvited(set.studyId());
        Protocol protocol = study.protocol();
        // A fixed order is drawn from the set's own number, so that everyone's is the same.
        long seed = protocol.ordering() == TrialOrdering.FIXED
                ? set.id()
                : ThreadLocalRandom.current().nextLong();
        List<TrialOrder.Showing> order = TrialOrder.draw(
                sets.items(set.id()), protocol.ordering(), protocol.repeatShare(), protocol.repeatMinimumLag(), seed);
        long id = insert(set.id(), invited.invitationId(), ParticipantStatus.AT_WORK, locale, seed, order.size());
        OptionalInt slot = slots.takeAny(set.id(), id);
        if (slot.isEmpty()) {
            throw Problem.conflict("The set is full: every place is taken.");
        }
        settle(id, slot.getAsInt());
        arrange(id, protocol, protocol.presentation().forSlot(slot.getAsInt()));
        agree(id, study.consentVersion(), consentText.of(protocol, Locale.forLanguageTag(locale)));
        trials.insert(id, order);
        audit.record("participant " + id, "consented", "set " + set.id(), "slot " + slot.getAsInt());
        return find(invited).orElseThrow();
    }

    /**
     * Puts someone whose answers come from a file into a place.
     *
     * @param itemIds the items in the order of the set
     * @throws Problem 409 if the place is taken
     */
    public Participant enrolImported(long setId, int slot, List<Long> itemIds) {
        long id = insert(setId, null, ParticipantStatus.IMPORTED, null, null, itemIds.size());
        if (!slots.take(setId, slot, id)) {
            throw Problem.conflict(
                    "participant" + slot + " is taken already; answers can be imported into free places.");
        }
        settle(id, slot);
        trials.insertImported(id, itemIds);
        return new Participant(
                id, setId, slot, ParticipantStatus.IMPORTED, itemIds.size(), null, Arrangement.C25, true, true, true);
    }

    private long insert(
            long setId,
            @Nullable Long invitationId,
            ParticipantStatus status,
            @Nullable String locale,
            @Nullable Long seed,
            int trialCount) {
        GeneratedKeyHolder key = new GeneratedKeyHolder();
        jdbc.sql("""
                        insert into participant
                            (set_id, slot_number, invitation_id, status, locale, seed, trials, consented_at)
                        values (?, -1, ?, ?, ?, ?, ?, ?)""")
                .params(setId, invitationId, status.name(), locale, seed, trialCount, now())
                .update(key, "id");
        return Objects.requireNonNull(key.getKey()).longValue();
    }

    private void settle(long id, int slot) {
        jdbc.sql("update participant set slot_number = ? where id = ?")
                .params(slot, id)
                .update();
    }

    private void arrange(long id, Protocol protocol, Arrangement arrangement) {
        jdbc.sql("update participant set trial_ordering = ?, dimension_order = ?, scale_direction = ? where id = ?")
                .params(
                        protocol.ordering().name(),
                        String.join(
                                ",",
                                arrangement.dimensions().stream()
                                        .map(Dimension::name)
                                        .toList()),
                        (arrangement.descending() ? ScaleDirection.DESCENDING : ScaleDirection.ASCENDING).name(),
                        id)
                .update();
    }

    private void agree(long id, int version, String text) {
        jdbc.sql("update participant set consent_version = ?, consent_sha256 = ? where id = ?")
                .params(version, ConsentText.sha256(text), id)
                .update();
    }

    /** Marks a step beside the trials as done. Again is no fault: the first time counts. */
    public void did(Participant participant, SideStep step) {
        jdbc.sql("update participant set %1$s = ? where id = ? and %1$s is null".formatted(step.column()))
                .params(now(), participant.id())
                .update();
    }

    /** The participant, locked until the transaction ends: the answers of one person are recorded one by one. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Participant lock(Invited invited) {
        return jdbc.sql(SELECT + " where invitation_id = ? for update")
                .param(invited.invitationId())
                .query(Participants::map)
                .optional()
                .map(Participants::refuseWithdrawn)
                .orElseThrow(() -> Problem.conflict("Consent first: no place has been taken yet."));
    }

    /**
     * Marks a participant who has answered every trial as finished.
     *
     * @return the completion code; the same when asked again
     */
    public String complete(Participant participant) {
        if (participant.completionCode() != null) {
            return participant.completionCode();
        }
        String code = CompletionCode.random();
        jdbc.sql("update participant set status = ?, completed_at = ?, completion_code = ? where id = ?")
                .params(ParticipantStatus.COMPLETED.name(), now(), code, participant.id())
                .update();
        audit.record("participant " + participant.id(), "completed", "set " + participant.setId(), "");
        return code;
    }

    /** Erases the answers and frees the place; a row that says who left which place, and when, remains. */
    void withdraw(Invited invited) {
        Optional<Participant> found = jdbc.sql(SELECT + " where invitation_id = ? and status <> 'WITHDRAWN' for update")
                .param(invited.invitationId())
                .query(Participants::map)
                .optional();
        if (found.isEmpty()) {
            return;
        }
        Participant participant = found.get();
        events.publishEvent(new ParticipantWithdrew(participant.id()));
        trials.erase(participant.id());
        slots.release(participant.id());
        jdbc.sql("""
                        update participant set status = ?, withdrawn_at = ?,
                            locale = null, seed = null, completion_code = null, completed_at = null
                        where id = ?""")
                .params(ParticipantStatus.WITHDRAWN.name(), now(), participant.id())
                .update();
        audit.record("participant " + participant.id(), "withdrew", "set " + participant.setId(), "answers erased");
    }

    private static Participant refuseWithdrawn(Participant participant) {
        if (participant.status() == ParticipantStatus.WITHDRAWN) {
            throw Problem.conflict("You have withdrawn, and your answers are erased.");
        }
        return participant;
    }

    private static Participant map(ResultSet row, int n) throws SQLException {
        return new Participant(
                row.getLong("id"),
                row.getLong("set_id"),
                row.getInt("slot_number"),
                ParticipantStatus.valueOf(row.getString("status")),
                row.getInt("trials"),
                row.getString("completion_code"),
                arrangement(row.getString("dimension_order"), row.getString("scale_direction")),
                row.getObject("questions_at") != null,
                row.getObject("practised_at") != null,
                row.getObject("closing_at") != null);
    }

    private static Arrangement arrangement(@Nullable String dimensions, @Nullable String direction) {
        if (dimensions == null) {
            return Arrangement.C25; // From before there was a choice.
        }
        return new Arrangement(
                Arrays.stream(dimensions.split(",")).map(Dimension::valueOf).toList(),
                ScaleDirection.DESCENDING.name().equals(direction));
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
