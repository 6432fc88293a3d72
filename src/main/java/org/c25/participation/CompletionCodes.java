package org.c25.participation;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.c25.common.Moments;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads the completion codes that participants were given. Those of people who had everything erased are gone. */
@Component
@Transactional(readOnly = true)
public class CompletionCodes {

    private final JdbcClient jdbc;

    CompletionCodes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A completion code that somebody was given.
     *
     * @param slot the slot in which they finished
     * @param replaced whether staff have given the slot on since; the code stays as it was
     * @param completedAt null if it is from before that was kept
     */
    public record Given(
            long setId,
            int slot,
            boolean replaced,
            @Nullable Instant completedAt,
            String code) {}

    /** Returns the codes of some sets, by set and slot; of one slot, those first that were given first. */
    public List<Given> of(Collection<Long> setIds) {
        if (setIds.isEmpty()) {
            return List.of();
        }
        return jdbc.sql("""
                        select set_id, slot_number, status, completed_at, completion_code from participant
                        where set_id in (:sets) and completion_code is not null
                        order by set_id, slot_number, completed_at""")
                .param("sets", setIds)
                .query((row, n) -> new Given(
                        row.getLong("set_id"),
                        row.getInt("slot_number"),
                        ParticipantStatus.valueOf(row.getString("status")) == ParticipantStatus.REPLACED,
                        Moments.inOrNull(row, "completed_at"),
                        row.getString("completion_code")))
                .list();
    }
}
