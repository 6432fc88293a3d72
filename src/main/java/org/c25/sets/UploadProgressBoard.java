package org.c25.sets;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Optional;
import org.c25.accounts.Caller;
import org.c25.common.UploadProgress;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Holds what long requests are doing, by the name that the caller's page gave them. It is in this node's memory alone,
 * on which the request runs; if the page asks another node, that one knows nothing, and the page only says that it
 * waits.
 */
@Component
public class UploadProgressBoard {

    private static final int MOST = 1000;

    private final Cache<Work, String> words =
            Caffeine.newBuilder().maximumSize(MOST).build();

    /**
     * Begins a report.
     *
     * @param name a UUID made by the page; without one nobody can read the report
     */
    public ProgressReport begin(Caller caller, @Nullable String name) {
        return new ProgressReport(
                name == null || !name.matches("[0-9a-f-]{36}") ? null : new Work(caller.accountId(), name));
    }

    /**
     * Returns what a request is doing; empty if it has not begun, has ended, or belongs to another account or another
     * node.
     */
    Optional<String> of(Caller caller, String name) {
        return Optional.ofNullable(words.getIfPresent(new Work(caller.accountId(), name)));
    }

    private record Work(long account, String name) {}

    /** A report of one request. A request closes it however it ends. */
    public final class ProgressReport implements UploadProgress, AutoCloseable {

        private final @Nullable Work work;

        private ProgressReport(@Nullable Work work) {
            this.work = work;
        }

        @Override
        public void tell(String now) {
            if (work != null) {
                words.put(work, now);
            }
        }

        @Override
        public void close() {
            if (work != null) {
                words.invalidate(work);
            }
        }
    }
}
