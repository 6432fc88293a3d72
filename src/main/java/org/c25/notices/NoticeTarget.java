package org.c25.notices;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Who is told of a study: an account by e-mail, or a webhook.
 *
 * @param accountId the account; null for a webhook
 * @param host as much of a webhook's address as pages show, such as {@code https://hooks.example.org/…}; null for an
 *     account
 * @param publicAddress the beginning of this server's addresses as whoever made this knew it; null if not known
 * @param choices what it is told of, and from when on
 */
record NoticeTarget(
        long id,
        long studyId,
        @Nullable Long accountId,
        @Nullable String host,
        @Nullable String publicAddress,
        Map<NoticeKind, Instant> choices) {

    public boolean isWebhook() {
        return accountId == null;
    }

    /** Whether notices of a kind go there at present; a test always does. */
    boolean wants(NoticeKind kind) {
        return kind == NoticeKind.TEST || choices.containsKey(kind);
    }

    /** Whether something that happened at a moment is told there: nothing is that was before it was chosen. */
    boolean wants(NoticeKind kind, Instant happenedAt) {
        Instant since = choices.get(kind);
        return since != null && !happenedAt.isBefore(since);
    }
}
