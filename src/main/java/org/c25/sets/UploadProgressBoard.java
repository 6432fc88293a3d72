package org.c25.sets;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Optional;
import org.c25.accounts.Caller;
import org.c25.common.UploadProgress;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What long requests are doing, by the name that the caller's page gave them. It is in this node's memory alone: the
 * request does the work, and another node that is asked knows nothing, upon which the page says no more than that it waits.
 */
@Component
public class UploadProgressBoard {

    private static final int MOST = 1000;

    private final Cache<Work, String> words =
            Caffeine.newBuilder().maximumSize(MOST).build();

    /** @param name a UUID made by the page; without one nobody hears */
    public ProgressReport begin(Caller caller, @Nullable String name) {
        return new ProgressReport(
                name == null || !name.matches("[0-9a-f-]{36}") ? null : new Work(caller.accountId(), name));
    }

    /** Empty for what has not begun, has ended, or is another's or another node's. */
    Optional<String> of(Caller caller, String name) {
        return Optional.ofNullable(words.getIfPresent(new Work(caller.accountId(), name)));
    }

    private record Work(long account, String name) {}

    /** Until it is closed, which a request does however it ends. */
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
