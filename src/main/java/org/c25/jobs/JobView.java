package org.c25.jobs;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.c25.common.Fault;
import org.c25.common.Numbers;
import org.jspecify.annotations.Nullable;

/**
 * A job as pages and programs see it.
 *
 * @param words how far it is, or how it ended
 * @param share how far it is, 0 … 1; null while nothing is known
 * @param page the page that shows what came of it; null while it has not ended well
 * @param file the address of the file that it made; null if there is none
 * @param result what came of it; null while it has not ended well
 * @param status the HTTP status of what was wrong; null if nothing was
 * @param errors what was wrong, place by place; null if nothing was
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record JobView(
        long id,
        String kind,
        String title,
        JobState state,
        String words,
        @Nullable Double share,
        Instant createdAt,
        @Nullable Instant endedAt,
        String orderedOn,
        @Nullable String page,
        @Nullable String file,
        @Nullable Map<String, Object> result,
        @Nullable Integer status,
        @Nullable List<Fault> errors) {

    /**
     * @param before how many jobs come before it
     * @param root the path under which this server lies
     * @param jobs the address below which jobs are, with the slash
     */
    static JobView of(Job job, int before, String root, String jobs) {
        JobOutcome well = job.state() == JobState.DONE ? job.outcome() : null;
        JobOutcome wrong = job.state() == JobState.FAILED ? job.outcome() : null;
        return new JobView(
                job.id(),
                job.order().kind(),
                job.order().title(),
                job.state(),
                words(job, before),
                job.share(),
                job.createdAt(),
                job.endedAt(),
                root + job.order().page(),
                well == null || well.page() == null ? null : root + well.page(),
                well == null || well.file() == null ? null : root + jobs + job.id() + "/file",
                well == null ? null : well.values(),
                wrong == null ? null : wrong.status(),
                wrong == null ? null : wrong.faults());
    }

    private static String words(Job job, int before) {
        JobOutcome outcome = job.outcome();
        String now = job.words();
        return switch (job.state()) {
            case WAITING ->
                before == 0
                        ? "This is the next in line."
                        : Numbers.count(before, "other is", "others are") + " done before this one.";
            case RUNNING ->
                job.cancelWanted() ? "It is being stopped …" : (now == null ? "The server is at work" : now) + " …";
            case CANCELLED -> "This was cancelled. Nothing of it was stored.";
            case DONE, FAILED -> outcome == null ? "" : outcome.words();
        };
    }

    public boolean over() {
        return state.isOver();
    }
}
