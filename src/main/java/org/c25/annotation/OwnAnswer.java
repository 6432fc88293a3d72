package org.c25.annotation;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.c25.affect.Rating;
import org.jspecify.annotations.Nullable;

/**
 * One of a participant's answers, with everything that is kept of it, for that participant.
 *
 * @param id the id that the client has made
 * @param position the position of the trial, from 0
 * @param revision 1 for the first answer to the trial
 */
record OwnAnswer(
        UUID id, int position, int revision, @Nullable Rating rating, Paradata paradata, Instant recordedAt) {

    static final String FILE = "my-answers.csv";

    private static final String HEADER = "trial,revision,expression,label,valence,arousal,answered_at,"
            + "response_time_millis,expression_time_millis,valence_time_millis,arousal_time_millis,hidden_time_millis,"
            + "changes,input_device,viewport_width,viewport_height,dimmed";

    /** Returns a CSV with one line for each answer. Trials count from 1, as people do. Times are UTC, ISO 8601. */
    static String csv(List<OwnAnswer> answers) {
        return Stream.concat(Stream.of(HEADER), answers.stream().map(OwnAnswer::line))
                .map(line -> line + "\r\n")
                .collect(Collectors.joining());
    }

    private String line() {
        return Stream.of(
                        position + 1,
                        revision,
                        rating == null ? null : rating.expression().code(),
                        rating == null ? null : rating.expression().english(),
                        rating == null ? null : rating.valence().value(),
                        rating == null ? null : rating.arousal().value(),
                        recordedAt,
                        paradata.responseTimeMillis(),
                        paradata.expressionTimeMillis(),
                        paradata.valenceTimeMillis(),
                        paradata.arousalTimeMillis(),
                        paradata.hiddenTimeMillis(),
                        paradata.changes(),
                        paradata.inputDevice(),
                        paradata.viewportWidth(),
                        paradata.viewportHeight(),
                        paradata.dimmed())
                .map(value -> value == null ? "" : value.toString())
                .collect(Collectors.joining(","));
    }
}
