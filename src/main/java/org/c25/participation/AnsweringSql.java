package org.c25.participation;

/**
 * What {@link Participants#lock}, {@link Trials#find} and {@link Participants#answered} do, as parts of a single
 * statement of PostgreSQL that records an answer: {@code with PERSON, SHOWN, … COUNTED select …}.
 */
public final class AnsweringSql {

    /**
     * Locks the participant of a row and an invitation if the usual answer can come from them: they have answered
     * before and have not withdrawn, and the answer does not come too fast. While it waits for the lock, another answer
     * may be recorded: PostgreSQL then reads this row again, and {@code answered} is up to date.
     *
     * <p>Parameters: id of the participant, id of the invitation, the time now, the greatest {@code paced_until} with
     * which an answer is taken now.
     */
    public static final String PERSON = """
            person as (
                select id, set_id, answered from participant
                where id = ? and invitation_id = ? and status <> 'WITHDRAWN' and answered > 0
                    and coalesce(paced_until, ?) <= ?
                for no key update)""";

    /** The person's trial at a position. Parameter: the position. */
    public static final String SHOWN = """
            shown as (
                select person.id, person.set_id, person.answered, t.position, t.item_id, t.repeat_of
                from person join trial t on t.participant_id = person.id and t.position = ? and t.image_key is not null)""";

    /**
     * Counts the answer, if {@code recorded} has a row. Parameters: the time now, the milliseconds to the next answer
     * at the fastest pace, the time now, the id of the participant.
     */
    public static final String COUNTED = """
            counted as (
                update participant p set answered = shown.answered + 1, annotations = p.annotations + 1,
                    paced_until = greatest(p.paced_until, ?) + ? * interval '1 millisecond', seen_at = ?,
                    stalled_at = case when p.status = 'AT_WORK' then null else p.stalled_at end
                from shown cross join recorded
                where p.id = ?
                returning p.answered, p.trials)""";

    private AnsweringSql() {}
}
