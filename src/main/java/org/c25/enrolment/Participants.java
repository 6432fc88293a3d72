package org.c25.enrolment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import org.c25.affect.Dimension;
import org.c25.sets.SetView;
import org.c25.sets.Sets;
import org.c25.studies.Arrangement;
import org.c25.studies.Protocol;
import org.c25.studies.ScaleDirection;
import org.c25.studies.Studies;
import org.c25.studies.StudyView;
import org.c25.studies.TrialOrdering;
import org.c25.web.Problem;
import org.c25.web.Sha256;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** People taking part: a place taken, work finished. What they do stands in their rows alone, and goes with them. */
@Service
@Transactional
public class Participants {

    private static final String SELECT =
            "select id, set_id, slot_number, status, trials, completion_code, completed_at, dimension_order,"
                    + " scale_direction, in_order, minimum_viewing_millis, questions_at, practised_at, closing_at"
                    + " from participant";

    private final JdbcClient jdbc;
    private final Slots slots;
    private final Trials trials;
    private final Sets sets;
    private final Studies studies;
    private final ConsentText consentText;
    private final OutsideIds outsideIds;
    private final Clock clock;

    Participants(
            JdbcClient jdbc,
            Slots slots,
            Trials trials,
            Sets sets,
            Studies studies,
            ConsentText consentText,
            OutsideIds outsideIds,
            Clock clock) {
        this.jdbc = jdbc;
        this.slots = slots;
        this.trials = trials;
        this.sets = sets;
        this.studies = studies;
        this.consentText = consentText;
        this.outsideIds = outsideIds;
        this.clock = clock;
    }

    /** The person as a participant, if they have taken a place; also of who has left, unless all was erased. */
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
        return refuseWithdrawn(find(invited).orElseThrow(() -> withoutPlace(invited)));
    }

    /**
     * The person whose answers are here, also after they left.
     *
     * @throws Problem 409 if the person has not consented yet, or has had everything erased
     */
    @Transactional(readOnly = true)
    public Participant requireAnswers(Invited invited) {
        return find(invited).orElseThrow(() -> withoutPlace(invited));
    }

    /** Whether the person has left and had everything erased. */
    @Transactional(readOnly = true)
    public boolean isErased(Invited invited) {
        return jdbc.sql("select withdrawn from invitation where id = ?")
                .param(invited.invitationId())
                .query(Boolean.class)
                .single();
    }

    private Problem withoutPlace(Invited invited) {
        return Problem.conflict(
                isErased(invited)
                        ? "You have withdrawn, and your answers are erased."
                        : "Consent first: no place has been taken yet.");
    }

    /** Whether the recruiter's ID has a place in the set already; never where no recruiter is named. */
    @Transactional(readOnly = true)
    boolean isTaken(Invited invited, OutsideId outsideId) {
        StudyView study = sets.studyOfInvited(invited.setId());
        return study.protocol().recruiter() != null && outsideIds.hasPlace(study, invited.setId(), outsideId);
    }

    /** Whether somebody with another of the recruiter's IDs has a place by this very invitation. */
    @Transactional(readOnly = true)
    boolean isAnothers(Invited invited, OutsideId outsideId) {
        return outsideIds.isAnothers(sets.studyOfInvited(invited.setId()), invited, outsideId);
    }

    /**
     * Takes a place and draws the order of trials. Asked again, it gives the place taken before.
     *
     * @param locale the language in which consent was given, a BCP 47 tag
     * @param outsideId by which the recruiter knows the person, if one came; of no account if the study has no recruiter
     * @throws Problem 409 if the set is closed or full, the person has withdrawn, the ID has a place by another
     *     invitation, or another ID has a place by this one
     */
    Participant consent(Invited invited, String locale, @Nullable OutsideId outsideId) {
        queue(invited);
        if (outsideId != null && isAnothers(invited, outsideId)) {
            throw Problem.conflict("Another person takes part with this link. Ask for a link of your own.");
        }
        Optional<Participant> before = find(invited);
        if (before.isPresent()) {
            return refuseWithdrawn(before.get());
        }
        if (isErased(invited)) {
            throw withoutPlace(invited);
        }
        SetView set = sets.ofInvited(invited.setId());
        sets.holdOn(set.id()).ifPresent(hold -> {
            throw hold.problem();
        });
        if (!set.isOpen()) {
            throw Problem.conflict("The set is closed: nobody can join at present.");
        }
        StudyView study = studies.ofInvited(set.studyId());
        Protocol protocol = study.protocol();
        if (outsideId != null && protocol.recruiter() != null) {
            outsideIds.claim(study, invited, outsideId);
        }
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
        keepTerms(id, study, protocol.presentation().forSlot(slot.getAsInt()), Locale.forLanguageTag(locale));
        trials.insert(id, order);
        return find(invited).orElseThrow();
    }

    /** One person's comings and goings wait for each other here, so that a double click takes one place. */
    void queue(Invited invited) {
        jdbc.sql("select id from invitation where id = ? for update")
                .param(invited.invitationId())
                .query(Long.class)
                .single();
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
                id,
                setId,
                slot,
                ParticipantStatus.IMPORTED,
                itemIds.size(),
                null,
                null,
                Arrangement.C25,
                true,
                true,
                true);
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

    /** What this person agreed to, and how the study is arranged for them: it stays so whatever the study chooses later. */
    private void keepTerms(long id, StudyView study, Arrangement arrangement, Locale locale) {
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

    /** Marks a step beside the trials as done. Again is no fault: the first time counts. */
    public void did(Participant participant, SideStep step) {
        jdbc.sql("update participant set %1$s = ? where id = ? and %1$s is null".formatted(step.column()))
                .params(now(), participant.id())
                .update();
    }

    /** The participant, locked until the transaction ends: the answers of one person are recorded one by one. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Participant lock(Invited invited) {
        return refuseWithdrawn(findLocked(invited).orElseThrow(() -> withoutPlace(invited)));
    }

    /** As {@link #find}, locked until the transaction ends. */
    Optional<Participant> findLocked(Invited invited) {
        return jdbc.sql(SELECT + " where invitation_id = ? for update")
                .param(invited.invitationId())
                .query(Participants::map)
                .optional();
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
        return code;
    }

    /** What is kept of a participant besides the trials and the answers to them. */
    @Transactional(readOnly = true)
    public Enrolled enrolled(Participant participant) {
        List<Enrolled.QuestionAnswered> questions = jdbc.sql("""
                        select part, question, answer from questionnaire_answer
                        where participant_id = ? order by part desc, question""")
                .param(participant.id())
                .query((row, n) -> new Enrolled.QuestionAnswered(
                        row.getString("part"), row.getString("question"), row.getString("answer")))
                .list();
        return jdbc.sql("""
                        select consented_at, completed_at, locale, consent_version, consent_sha256, seed, trial_ordering,
                            repeat_share, repeat_minimum_lag, dimension_order, scale_direction, in_order,
                            minimum_viewing_millis
                        from participant where id = ?""")
                .param(participant.id())
                .query((row, n) -> new Enrolled(
                        row.getObject("consented_at", OffsetDateTime.class).toInstant(),
                        completedAt(row),
                        row.getString("locale"),
                        row.getObject("consent_version", Integer.class),
                        row.getString("consent_sha256"),
                        row.getObject("seed", Long.class),
                        row.getString("trial_ordering"),
                        row.getObject("repeat_share", Double.class),
                        row.getObject("repeat_minimum_lag", Integer.class),
                        row.getString("dimension_order"),
                        row.getString("scale_direction"),
                        row.getObject("in_order", Boolean.class),
                        row.getObject("minimum_viewing_millis", Integer.class),
                        questions))
                .single();
    }

    private static Participant refuseWithdrawn(Participant participant) {
        if (participant.status() == ParticipantStatus.WITHDRAWN) {
            throw Problem.conflict("You have withdrawn; your answers so far are kept, and no more are taken.");
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
                completedAt(row),
                arrangement(row),
                row.getObject("questions_at") != null,
                row.getObject("practised_at") != null,
                row.getObject("closing_at") != null);
    }

    private static @Nullable Instant completedAt(ResultSet row) throws SQLException {
        OffsetDateTime at = row.getObject("completed_at", OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private static Arrangement arrangement(ResultSet row) throws SQLException {
        String dimensions = row.getString("dimension_order");
        if (dimensions == null) {
            return Arrangement.C25; // From before there was a choice.
        }
        return new Arrangement(
                Arrays.stream(dimensions.split(",")).map(Dimension::valueOf).toList(),
                ScaleDirection.DESCENDING.name().equals(row.getString("scale_direction")),
                row.getBoolean("in_order"),
                row.getInt("minimum_viewing_millis"));
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
