package org.c25.annotation;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads how the first, spontaneous answers to trials were given. */
@Component
public class FirstAnswers {

    private final JdbcClient jdbc;

    FirstAnswers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The first answer to a trial, and how it was given. */
    public record First(int position, Paradata paradata) {}

    /** Returns how one person's first answers were given, in the order of the trials. */
    public List<First> of(long participantId) {
        return jdbc.sql("select position, " + Annotations.PARADATA + " from annotation"
                        + " where participant_id = ? and revision = 1 order by position")
                .param(participantId)
                .query((row, n) -> new First(row.getInt("position"), Annotations.paradata(row)))
                .list();
    }

    /**
     * How many first answers of a person there are, and how many of them have what.
     *
     * @param responseTime those with a response time
     * @param choiceTimes those with a time of the last choice of an expression
     * @param device those with an input device
     * @param window those with the window's size
     * @param dimmed those of which it is known whether the page was dimmed
     */
    public record Known(
            int answers,
            int expression,
            int valence,
            int arousal,
            int responseTime,
            int choiceTimes,
            int device,
            int window,
            int dimmed) {}

    /** Returns what is known of these people's first answers, by the participant's id; people without answers are left out. */
    public Map<Long, Known> known(Collection<Long> participantIds) {
        Map<Long, Known> known = new HashMap<>();
        if (participantIds.isEmpty()) {
            return known;
        }
        jdbc.sql("""
                        select participant_id, count(*), count(expression), count(valence), count(arousal),
                            count(response_time_millis), count(expression_time_millis), count(input_device),
                            count(viewport_width), count(dimmed)
                        from annotation where participant_id in (:participants) and revision = 1
                        group by participant_id""").param("participants", participantIds).query(row -> {
            known.put(
                    row.getLong(1),
                    new Known(
                            row.getInt(2),
                            row.getInt(3),
                            row.getInt(4),
                            row.getInt(5),
                            row.getInt(6),
                            row.getInt(7),
                            row.getInt(8),
                            row.getInt(9),
                            row.getInt(10)));
        });
        return known;
    }

    /**
     * Returns with what each of these people gave most of their first answers, such as {@code touch}, by the
     * participant's id; the first of the alphabet if several are as many. People of whom it is not known are left out.
     */
    public Map<Long, String> devices(Collection<Long> participantIds) {
        Map<Long, String> devices = new HashMap<>();
        if (!participantIds.isEmpty()) {
            jdbc.sql("""
                            select participant_id, input_device from annotation
                            where participant_id in (:participants) and revision = 1 and input_device is not null
                            group by participant_id, input_device order by count(*) desc, input_device""").param("participants", participantIds).query(row -> {
                devices.putIfAbsent(row.getLong(1), row.getString(2));
            });
        }
        return devices;
    }
}
