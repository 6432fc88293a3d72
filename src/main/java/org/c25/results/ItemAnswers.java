package org.c25.results;

import java.util.ArrayList;
import java.util.List;
import org.c25.affect.Expression;
import org.c25.affect.Step;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What everybody in a place answered to one image, each showing in its latest revision. */
@Component
class ItemAnswers {

    private final JdbcClient jdbc;

    ItemAnswers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * One showing of the image to one participant.
     *
     * @param again whether it is the second showing, which counts for self-agreement alone
     * @param position the trial's place in the person's order, from 0; null for imported answers, which have no order
     * @param seconds from the face's appearance to the first answer; null if not known
     * @param revisions how often the answer was given, 1 if never changed
     */
    record Answer(
            int slot,
            boolean again,
            @Nullable Integer position,
            @Nullable Expression expression,
            @Nullable Step valence,
            @Nullable Step arousal,
            @Nullable Double seconds,
            int revisions) {

        public String expressionWords() {
            return expression == null ? "–" : Words.of(expression);
        }

        public String valenceWords() {
            return words(valence);
        }

        public String arousalWords() {
            return words(arousal);
        }

        public String secondsWords() {
            return seconds == null ? "–" : Words.number(seconds, 1) + " s";
        }

        private static String words(@Nullable Step step) {
            return step == null ? "–" : step.c25().replace('-', '−');
        }
    }

    /** By slot, the first showing first. */
    List<Answer> of(long setId, long itemId) {
        return new ArrayList<>(jdbc.sql("""
                        select s.number, t.repeat_of, t.position, a.expression, a.valence, a.arousal,
                            first.response_time_millis, a.revision, p.seed
                        from slot s
                        join participant p on p.id = s.participant_id
                        join trial t on t.participant_id = s.participant_id and t.item_id = ?
                        join annotation a on a.participant_id = t.participant_id and a.position = t.position
                        join annotation first on first.participant_id = t.participant_id
                            and first.position = t.position and first.revision = 1
                        where s.set_id = ? and not exists (
                            select 1 from annotation later
                            where later.participant_id = a.participant_id and later.position = a.position
                                and later.revision > a.revision)
                        order by s.number, t.position""")
                .params(itemId, setId)
                .query((row, n) -> {
                    Integer expression = row.getObject(4, Integer.class);
                    Integer valence = row.getObject(5, Integer.class);
                    Integer arousal = row.getObject(6, Integer.class);
                    Long millis = row.getObject(7, Long.class);
                    return new Answer(
                            row.getInt(1),
                            row.getObject(2) != null,
                            row.getObject(9) == null ? null : row.getInt(3),
                            expression == null ? null : Expression.all().get(expression),
                            valence == null ? null : new Step(valence),
                            arousal == null ? null : new Step(arousal),
                            millis == null ? null : millis / 1000.0,
                            row.getInt(8));
                })
                .list());
    }
}
