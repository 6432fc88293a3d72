package org.c25.jobs;

import java.net.URI;
import java.util.Locale;
import java.util.Map;
import org.c25.web.PublicAddress;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;

/** Replies to programs that would rather not wait: {@code Prefer: respond-async} (RFC 7240). */
public final class AsyncReplies {

    /** The name of the header. */
    public static final String PREFER = "Prefer";

    static final String JOBS = "/api/v1/jobs";

    private AsyncReplies() {}

    /** Whether the header {@value #PREFER} asks for a reply at once. */
    public static boolean wanted(@Nullable String prefer) {
        return prefer != null && prefer.toLowerCase(Locale.ROOT).contains("respond-async");
    }

    /** Returns the reply that the work has begun: 202, with the address of the job. */
    public static ResponseEntity<Object> accepted(Job job) {
        return ResponseEntity.accepted()
                .location(URI.create(PublicAddress.root() + JOBS + "/" + job.id()))
                .header("Preference-Applied", "respond-async")
                .body(Map.of("job", job.id()));
    }
}
