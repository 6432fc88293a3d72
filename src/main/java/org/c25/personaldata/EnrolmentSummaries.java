package org.c25.personaldata;

import java.util.List;
import org.c25.common.Moments;
import org.c25.participation.Participant;
import org.c25.participation.SlotChange;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads what participants are shown of how they came in and what they said of themselves. */
@Component
public class EnrolmentSummaries {

    private final JdbcClient jdbc;

    EnrolmentSummaries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Returns what is kept of a participant besides the trials and the answers to them. */
    @Transactional(readOnly = true)
    public EnrolmentSummary of(Participant participant) {
        List<EnrolmentSummary.QuestionAnswered> questions = jdbc.sql("""
                        select part, question, answer, language from questionnaire_answer
                        where participant_id = ? order by part desc, question""")
                .param(participant.id())
                .query((row, n) -> new EnrolmentSummary.QuestionAnswered(
                        row.getString("part"),
                        row.getString("question"),
                        row.getString("answer"),
                        row.getString("language")))
                .list();
        List<EnrolmentSummary.PlaceEvent> places = jdbc.sql(
                        "select slot_number, what, at, note from slot_event where participant_id = ? order by id")
                .param(participant.id())
                .query((row, n) -> new EnrolmentSummary.PlaceEvent(
                        row.getInt("slot_number"),
                        SlotChange.valueOf(row.getString("what")),
                        Moments.in(row, "at"),
                        row.getString("note")))
                .list();
        return jdbc.sql("""
                        select consented_at, completed_at, seen_at, stalled_at, locale, consent_version, consent_sha256, seed, trial_ordering,
                            repeat_share, repeat_minimum_lag, dimension_order, scale_direction, in_order,
                            minimum_viewing_millis, label_languages, instructions_language
                        from participant where id = ?""")
                .param(participant.id())
                .query((row, n) -> new EnrolmentSummary(
                        Moments.in(row, "consented_at"),
                        Moments.inOrNull(row, "completed_at"),
                        Moments.inOrNull(row, "seen_at"),
                        Moments.inOrNull(row, "stalled_at"),
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
                        row.getString("label_languages"),
                        row.getString("instructions_language"),
                        places,
                        questions))
                .single();
    }
}
