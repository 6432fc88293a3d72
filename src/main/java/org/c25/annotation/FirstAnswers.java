package org.c25.annotation;

import java.util.List;
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
}
