package org.c25.quality;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.c25.common.Moments;
import org.c25.common.Problem;
import org.c25.participation.ParticipantWithdrew;
import org.c25.participation.Rater;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The rows of the decisions on flags. They are only ever added to; those on a person are deleted with the person. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class Decisions {

    /** A condition on {@code flag_decision d}: it is a decision, and was not taken back. */
    private static final String STANDING = """
            d.takes_back is null
            and not exists (select 1 from flag_decision t where t.takes_back = d.id)""";

    private final JdbcClient jdbc;
    private final Clock clock;

    Decisions(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Returns the latest decision on each flag of these people that was not taken back, by participant. */
    Map<Long, Map<FlagKind, DecisionView>> latest(Collection<Long> participantIds) {
        Map<Long, Map<FlagKind, DecisionView>> latest = new HashMap<>();
        if (participantIds.isEmpty()) {
            return latest;
        }
        jdbc.sql("""
                        select id, participant_id, rule, decision, note, decided_by, decided_at, evidence
                        from flag_decision d where participant_id in (:people) and\s""" + STANDING + " order by id")
                .param("people", participantIds)
                .query(row -> {
                    latest.computeIfAbsent(row.getLong("participant_id"), id -> new EnumMap<>(FlagKind.class))
                            .put(
                                    FlagKind.valueOf(row.getString("rule")),
                                    new DecisionView(
                                            row.getLong("id"),
                                            row.getLong("participant_id"),
                                            Decision.valueOf(row.getString("decision")),
                                            row.getString("note"),
                                            row.getString("decided_by"),
                                            Moments.in(row, "decided_at"),
                                            row.getString("evidence")));
                });
        return latest;
    }

    DecisionView add(
            Rater member, FlagKind rule, Decision decision, String note, String by, @Nullable String evidence) {
        Instant now = clock.instant();
        GeneratedKeyHolder key = new GeneratedKeyHolder();
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
                        now.atOffset(ZoneOffset.UTC))
                .update(key, "id");
        long id = Objects.requireNonNull(key.getKey()).longValue();
        return new DecisionView(id, member.participantId(), decision, note, by, now, evidence);
    }

    /**
     * Takes a decision back, so that the one before it counts, if there is one. It is to be called with the participant
     * locked.
     *
     * @return false if it was taken back before
     * @throws Problem 404 if nobody has made that decision on this flag, 409 if there is a later one
     */
    boolean takeBack(long participantId, FlagKind rule, long decision, String by) {
        String onFlag = "select d.id from flag_decision d where d.participant_id = ? and d.rule = ? and ";
        List<Long> standing = jdbc.sql(onFlag + STANDING + " order by d.id desc")
                .params(participantId, rule.name())
                .query(Long.class)
                .list();
        if (!standing.contains(decision)) {
            boolean takenBack = jdbc.sql(onFlag + "d.id = ? and d.takes_back is null")
                    .params(participantId, rule.name(), decision)
                    .query(Long.class)
                    .optional()
                    .isPresent();
            if (!takenBack) {
                throw Problem.notFound("decision");
            }
            return false;
        }
        if (standing.get(0) != decision) {
            throw Problem.conflict("Somebody has decided on this flag again since, so the decision before stays.");
        }
        jdbc.sql("""
                        insert into flag_decision
                            (participant_id, rule, decision, note, decided_by, decided_at, takes_back)
                        values (?, ?, 'TAKEN_BACK', '', ?, ?, ?)""")
                .params(participantId, rule.name(), by, clock.instant().atOffset(ZoneOffset.UTC), decision)
                .update();
        return true;
    }

    /** Returns the problem that the person of whom the page told is not in the slot any more. */
    static Problem madeOnAnother() {
        return Problem.conflict("The person whom you looked at is no longer in this slot. Reload the page.");
    }

    @EventListener
    void erase(ParticipantWithdrew withdrew) {
        // Those first that name another one.
        jdbc.sql("delete from flag_decision where participant_id = ? and takes_back is not null")
                .param(withdrew.participantId())
                .update();
        jdbc.sql("delete from flag_decision where participant_id = ?")
                .param(withdrew.participantId())
                .update();
    }
}
