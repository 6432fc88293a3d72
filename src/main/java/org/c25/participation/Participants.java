package org.c25.participation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Optional;
import org.c25.affect.Dimension;
import org.c25.common.Bookkeeping;
import org.c25.common.Moments;
import org.c25.common.Problem;
import org.c25.invitations.ErasedInvitations;
import org.c25.invitations.InvitedPerson;
import org.c25.protocol.ControlLayout;
import org.c25.protocol.ScaleDirection;
import org.c25.security.DerivedSecrets;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.util.Assert;

/**
 * The people who take part, from taking a slot to finishing. All that they do is in their database rows, and is deleted
 * with them. Finding somebody is one statement, and opens no transaction: every trial and picture asks for it.
 */
@Service
@Transactional
public class Participants {

    /**
     * A part of a single statement of PostgreSQL that records answers, {@code with given, PERSON, SHOWN, … COUNTED select …},
     * as {@link #lock} does it. Here, {@code given} has a row for each person, with {@code participant_id} and {@code invitation_id}.
     * Locks those from whom the usual answer can come: they have answered before and have not withdrawn, and the answer does not come
     * too fast. It waits for no lock, and passes over who is locked. If another answer has just been recorded, PostgreSQL reads
     * the row again, and {@code answered} is up to date.
     *
     * <p>Parameters: the time now, the greatest {@code paced_until} with which an answer is taken now.
     */
    public static final String PERSON = """
            person as (
                select p.id, p.set_id, p.answered
                from given join participant p on p.id = given.participant_id and p.invitation_id = given.invitation_id
                where p.status <> 'WITHDRAWN' and p.answered > 0 and coalesce(p.paced_until, ?) <= ?
                order by p.id
                for no key update of p skip locked)""";

    /**
     * The part of the same statement that does what {@link #answered} does. Counts the answers of those of whom {@code recorded} has a
     * row. Parameters: the time now, the milliseconds to the next answer at the fastest pace, the time now.
     */
    public static final String COUNTED = """
            counted as (
                update participant p set answered = shown.answered + 1, annotations = p.annotations + 1,
                    paced_until = greatest(p.paced_until, ?) + ? * interval '1 millisecond', seen_at = ?,
                    stalled_at = case when p.status = 'AT_WORK' then null else p.stalled_at end
                from shown join recorded on recorded.participant_id = shown.id
                where p.id = shown.id
                returning p.id, p.answered, p.trials)""";

    private static final String SELECT =
            "select id, set_id, slot_number, status, consented_at, trials, answered, paced_until, completion_code,"
                    + " completed_at, dimension_order, scale_direction, in_order, minimum_viewing_millis, questions_at, practised_at, closing_at,"
                    + " label_languages"
                    + " from participant";

    private final JdbcClient jdbc;
    private final ErasedInvitations erased;
    private final SlotHistory history;
    private final DerivedSecrets secrets;
    private final Clock clock;

    Participants(JdbcClient jdbc, ErasedInvitations erased, SlotHistory history, DerivedSecrets secrets, Clock clock) {
        this.jdbc = jdbc;
        this.erased = erased;
        this.history = history;
        this.secrets = secrets;
        this.clock = clock;
    }

    /**
     * Returns the person as a participant, if they have taken a slot; also if they have left, unless all was erased.
     */
    @Transactional(propagation = Propagation.SUPPORTS, readOnly = true)
    public Optional<Participant> find(InvitedPerson invited) {
        return jdbc.sql(SELECT + " where invitation_id = ?")
                .param(invited.invitationId())
                .query(Participants::map)
                .optional();
    }

    /**
     * Returns the person as a participant.
     *
     * @throws Problem 409 if the person has not consented yet, or has withdrawn
     */
    @Transactional(propagation = Propagation.SUPPORTS, readOnly = true)
    public Participant require(InvitedPerson invited) {
        return refuseWithdrawn(find(invited).orElseThrow(() -> withoutSlot(invited)));
    }

    /**
     * Returns the person as a participant who has a slot.
     *
     * @throws Problem 409 as {@link #require}, or if the person's slot was released
     */
    @Transactional(propagation = Propagation.SUPPORTS, readOnly = true)
    public Participant requireSlot(InvitedPerson invited) {
        return require(invited).refuseReleased();
    }

    /**
     * Returns the person as a participant whose answers are kept, also after they left.
     *
     * @throws Problem 409 if the person has not consented yet, or has had everything erased
     */
    @Transactional(propagation = Propagation.SUPPORTS, readOnly = true)
    public Participant requireAnswers(InvitedPerson invited) {
        return find(invited).orElseThrow(() -> withoutSlot(invited));
    }

    /** Whether the person has left and had everything erased. */
    @Transactional(propagation = Propagation.SUPPORTS, readOnly = true)
    public boolean isErased(InvitedPerson invited) {
        return erased.isErased(invited);
    }

    public Problem withoutSlot(InvitedPerson invited) {
        return Problem.conflict(
                isErased(invited)
                        ? "You have withdrawn, and your answers are erased."
                        : "Consent first: no place has been taken yet.");
    }

    /** Marks a step beside the trials as done. It may be called again: the first time counts. */
    public void did(Participant participant, OneTimeStep step) {
        jdbc.sql("update participant set # = ? where id = ? and # is null".replace("#", step.column()))
                .params(now(), participant.id())
                .update();
    }

    /** The words of a study that can be of another language than those that somebody else sees. */
    public enum Words {
        LABELS("label_languages"),
        INSTRUCTIONS("instructions_language");

        private final String column;

        Words(String column) {
            this.column = column;
        }
    }

    /**
     * Keeps of which language the words are that a participant is shown. What they saw last before their first answer
     * stays.
     *
     * @param languages tags of BCP 47 with spaces between them
     */
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public void saw(Participant participant, Words words, String languages) {
        if (participant.answered() == 0) {
            Bookkeeping.note(
                    "The language of what somebody saw",
                    () -> jdbc.sql(
                                    "update participant set # = ? where id = ? and answered = 0 and (# is null or # <> ?)"
                                            .replace("#", words.column))
                            .params(languages, participant.id(), languages)
                            .update());
        }
    }

    /**
     * Returns the participant, locked until the transaction ends: the answers of one person are recorded one by one.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Participant lock(InvitedPerson invited) {
        return lock(invited, null);
    }

    /**
     * Locks as {@link #lock(InvitedPerson)} does, for something that was done in one participation and belongs in no
     * other.
     *
     * @param participation the {@link Participant#participation()} in which it was done; null if the client did not say
     * @throws OtherParticipation if it is not the present one
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Participant lock(InvitedPerson invited, @Nullable String participation) {
        Optional<Participant> found = findLocked(invited);
        if (participation != null
                && found.filter(participant -> participant.participation().equals(participation))
                        .isEmpty()) {
            throw isErased(invited) || !erased.noneBefore(invited)
                    ? OtherParticipation.erased()
                    : OtherParticipation.unknown();
        }
        return refuseWithdrawn(found.orElseThrow(() -> withoutSlot(invited)));
    }

    /** Finds as {@link #find} does, and locks the row until the transaction ends. */
    Optional<Participant> findLocked(InvitedPerson invited) {
        return jdbc.sql(SELECT + " where invitation_id = ? for update")
                .param(invited.invitationId())
                .query(Participants::map)
                .optional();
    }

    /**
     * Counts one more answer of a locked participant, which is a sign of life.
     *
     * @param answered how many trials have an answer now
     * @param pacedUntil the new value of {@link Participant#pacedUntil()}
     * @param at when it was recorded
     */
    public void answered(Participant participant, int answered, Instant pacedUntil, Instant at) {
        int counted = jdbc.sql("""
                        update participant set answered = ?, annotations = annotations + 1, paced_until = ?, seen_at = ?,
                            stalled_at = case when status = 'AT_WORK' then null else stalled_at end
                        where id = ?""")
                .params(answered, pacedUntil.atOffset(ZoneOffset.UTC), at.atOffset(ZoneOffset.UTC), participant.id())
                .update();
        Assert.state(counted == 1, "an answer of nobody");
    }

    /**
     * Marks a participant who has answered every trial as finished.
     *
     * @return the completion code; the same if called again, also after the database was put back to a state from before
     *     the first call
     * @throws Problem 409 if their slot was released
     */
    public String complete(Participant participant) {
        if (participant.completionCode() != null) {
            return participant.completionCode();
        }
        participant.refuseReleased();
        String code = CompletionCode.of(secrets.derive("completion code of " + participant.participation()));
        jdbc.sql(
                        "update participant set status = ?, completed_at = ?, completion_code = ?, stalled_at = null where id = ?")
                .params(ParticipantStatus.COMPLETED.name(), now(), code, participant.id())
                .update();
        history.record(participant.setId(), participant.slot(), participant.id(), SlotChange.COMPLETED);
        return code;
    }

    public static Participant refuseWithdrawn(Participant participant) {
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
                Moments.in(row, "consented_at"),
                row.getInt("trials"),
                row.getInt("answered"),
                Moments.inOrNull(row, "paced_until"),
                row.getString("completion_code"),
                Moments.inOrNull(row, "completed_at"),
                arrangement(row),
                row.getObject("questions_at") != null,
                row.getObject("practised_at") != null,
                row.getObject("closing_at") != null,
                row.getString("label_languages"));
    }

    private static ControlLayout arrangement(ResultSet row) throws SQLException {
        String dimensions = row.getString("dimension_order");
        if (dimensions == null) {
            return ControlLayout.C25; // This row is from before there was a choice.
        }
        return new ControlLayout(
                Arrays.stream(dimensions.split(",")).map(Dimension::valueOf).toList(),
                ScaleDirection.DESCENDING.name().equals(row.getString("scale_direction")),
                row.getBoolean("in_order"),
                row.getInt("minimum_viewing_millis"));
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
