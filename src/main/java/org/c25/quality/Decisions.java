package org.c25.quality;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.c25.enrolment.ParticipantWithdrew;
import org.c25.enrolment.Rater;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The rows of the decisions on flags. They are only ever added to; a person's go with the person. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class Decisions {

    private final JdbcClient jdbc;
    private final Clock clock;

    Decisions(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The latest on each flag of everybody who is in a slot of the set, by participant. */
    Map<Long, Map<Rule, DecisionView>> latest(long setId) {
        Map<Long, Map<Rule, DecisionView>> latest = new HashMap<>();
        jdbc.sql("""
                        select d.participant_id, d.rule, d.decision, d.note, d.decided_by, d.decided_at, d.evidence
                        from flag_decision d join slot s on s.participant_id = d.participant_id
                        where s.set_id = ? order by d.id""").param(setId).query(row -> {
            latest.computeIfAbsent(row.getLong("participant_id"), id -> new EnumMap<>(Rule.class))
                    .put(
                            Rule.valueOf(row.getString("rule")),
                            new DecisionView(
                                    Decision.valueOf(row.getString("decision")),
                                    row.getString("note"),
                                    row.getString("decided_by"),
                                    row.getObject("decided_at", OffsetDateTime.class)
                                            .toInstant(),
                                    row.getString("evidence")));
        });
        return latest;
    }

    /**
     * Locks the person in a slot until the transaction ends, so that nobody decides on who leaves at this very moment.
     *
     * @return whether that person is still in the slot
     */
    boolean lock(long setId, Rater member) {
        Optional<Long> person = jdbc.sql("select id from participant where id = ? for update")
                .param(member.participantId())
                .query(Long.class)
                .optional();
        return person.isPresent()
                && jdbc.sql("select count(*) from slot where set_id = ? and number = ? and participant_id = ?")
                                .params(setId, member.slot(), member.participantId())
                                .query(Integer.class)
                                .single()
                        == 1;
    }

    DecisionView add(Rater member, Rule rule, Decision decision, String note, String by, @Nullable String evidence) {
        DecisionView made = new DecisionView(decision, note, by, clock.instant(), evidence);
        jdbc.sql("""
                        insert into flag_decision
                            (participant_id, rule, decision, note, evidence, decided_by, decided_at)
                        values (?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        member.participantId(),
                        rule.name(),
                        decision.name(),
                        note,
                        evidence,
                        by,
                        made.at().atOffset(ZoneOffset.UTC))
                .update();
        return made;
    }

    @EventListener
    void erase(ParticipantWithdrew withdrew) {
        jdbc.sql("delete from flag_decision where participant_id = ?")
                .param(withdrew.participantId())
                .update();
    }
}
