package org.c25.quality;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.c25.enrolment.ParticipantStatus;
import org.c25.sets.Item;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Reads all answers of the people in a set's slots, in one pass over the rows. */
@Component
class SetAnswers {

    private static final int FETCH = 5000;

    private final JdbcTemplate jdbc;

    SetAnswers(JdbcTemplate jdbc) {
        this.jdbc = new JdbcTemplate(Objects.requireNonNull(jdbc.getDataSource()));
        this.jdbc.setFetchSize(FETCH);
    }

    /** Who is in the slots of a set, by slot. */
    @Transactional(propagation = Propagation.MANDATORY, readOnly = true)
    List<Member> members(long setId) {
        return jdbc.query(
                """
                select s.number, p.id, p.status, p.trials from slot s join participant p on p.id = s.participant_id
                where s.set_id = ? order by s.number""",
                (row, n) -> new Member(
                        row.getInt(1), row.getLong(2), ParticipantStatus.valueOf(row.getString(3)), row.getInt(4)),
                setId);
    }

    /**
     * Without an order: the rows are put into place as they come, which is quicker than to let the database sort them.
     *
     * @param items all of the set
     */
    @Transactional(propagation = Propagation.MANDATORY, readOnly = true)
    Map<Member, Answers> of(long setId, List<Member> members, List<Item> items) {
        Map<Long, Integer> places = new HashMap<>();
        for (int place = 0; place < items.size(); place++) {
            places.put(items.get(place).id(), place);
        }
        Map<Long, Answers.Builder> builders = new HashMap<>();
        members.forEach(member -> builders.put(
                member.participantId(),
                new Answers.Builder(member.trials(), member.status() != ParticipantStatus.IMPORTED)));
        jdbc.query(
                """
                select t.participant_id, t.position, t.item_id, t.repeat_of,
                    a.revision, a.expression, a.valence, a.arousal, a.response_time_millis
                from slot s
                join trial t on t.participant_id = s.participant_id
                join annotation a on a.participant_id = t.participant_id and a.position = t.position
                where s.set_id = ?""",
                (ResultSet row) -> {
                    Answers.Builder builder = builders.get(row.getLong(1));
                    Integer place = places.get(row.getLong(3));
                    if (builder != null && place != null) {
                        builder.add(answer(row, place));
                    }
                },
                setId);
        Map<Member, Answers> answers = new LinkedHashMap<>();
        members.forEach(member ->
                answers.put(member, builders.get(member.participantId()).build()));
        return answers;
    }

    private static Answer answer(ResultSet row, int place) throws SQLException {
        int revision = row.getInt(5);
        return new Answer(
                row.getInt(2),
                place,
                orNone(row, 4),
                revision,
                orNone(row, 6),
                row.getInt(7),
                row.getInt(8),
                revision == 1 ? millis(row) : Answer.NONE);
    }

    private static int orNone(ResultSet row, int column) throws SQLException {
        int value = row.getInt(column);
        return row.wasNull() ? Answer.NONE : value;
    }

    private static long millis(ResultSet row) throws SQLException {
        long value = row.getLong(9);
        return row.wasNull() ? Answer.NONE : value;
    }
}
