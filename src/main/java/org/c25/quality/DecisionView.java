package org.c25.quality;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The decision on a flag.
 *
 * @param id names it, to take it back
 * @param participantId the id of the participant on whom it was made
 * @param note why, at most 1000 characters; may be empty
 * @param by the name of an account
 * @param evidence the evidence of the flag at that time; null if the flag was not raised any more
 */
public record DecisionView(
        @JsonIgnore long id,
        @JsonIgnore long participantId,
        Decision decision,
        String note,
        String by,
        Instant at,
        @Nullable String evidence) {}
