package org.c25.jobs;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.c25.common.Fault;
import org.c25.common.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * What came of a job that has ended.
 *
 * @param words what to tell whoever ordered it, such as {@code Set 1 is made: 800 images.}
 * @param page the page that shows it; null if it failed
 * @param values what programs get, such as {@code {"id": 3, "items": 800}}
 * @param file the name of the file that was made; null if there is none
 * @param status the HTTP status of the problem; null if all went well
 * @param faults what is wrong, place by place; empty if all went well
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record JobOutcome(
        String words,
        @Nullable String page,
        Map<String, Object> values,
        @Nullable String file,
        @Nullable Integer status,
        List<Fault> faults) {

    public JobOutcome(
            String words,
            @Nullable String page,
            @Nullable Map<String, Object> values,
            @Nullable String file,
            @Nullable Integer status,
            @Nullable List<Fault> faults) {
        this.words = words;
        this.page = page;
        this.values = values == null ? Map.of() : values;
        this.file = file;
        this.status = status;
        this.faults = faults == null ? List.of() : faults;
    }

    public static JobOutcome of(String words, String page, Map<String, Object> values) {
        return new JobOutcome(words, page, values, null, null, List.of());
    }

    public static JobOutcome file(String words, String page, String file) {
        return new JobOutcome(words, page, Map.of(), file, null, List.of());
    }

    static JobOutcome of(Problem problem) {
        return new JobOutcome(
                String.valueOf(problem.detail()),
                null,
                Map.of(),
                null,
                problem.getStatusCode().value(),
                problem.faults());
    }

    static JobOutcome failure(String words) {
        return new JobOutcome(words, null, Map.of(), null, HttpStatus.INTERNAL_SERVER_ERROR.value(), List.of());
    }

    /** Returns what was wrong; null if all went well. */
    @Nullable
    Problem problem() {
        return status == null ? null : Problem.told(HttpStatus.valueOf(status), words, faults);
    }
}
