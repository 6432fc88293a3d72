package org.c25.quality;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.c25.participation.ParticipantWithdrew;
import org.c25.participation.Rater;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The rows of the decisions on flags. They are only ever added to; those on a person are deleted with the person. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class Decisions {

    private final JdbcClient jdbc;
    private final Clock clock;

    Decisions(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Returns the latest decision on each flag of these people, by participant. */
    Map<Long, Map<FlagKind, DecisionView>> latest(Collection<Long> participantIds) {
        Map<Long, Map<FlagKind, DecisionView>> latest = new HashMap<>();
        if (participantIds.isEmpty()) {
            return latest;
        }
        jdbc.sql("""
                        select participant_id, rule, decision, note, decided_by, decided_at, evidence
                        from flag_decision where participant_id in (:people) order by id""").param("people", participantIds).query(row -> {
            latest.computeIfAbsent(row.getLong("participant_id"), id -> new EnumMap<>(FlagKind.class))
                    .put(
                            FlagKind.valueOf(row.getString("rule")),
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

    DecisionView add(
            Rater member, FlagKind rule, Decision decision, String note, String by, @Nullable String evidence) {
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
