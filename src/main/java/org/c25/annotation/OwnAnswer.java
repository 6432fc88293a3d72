package org.c25.annotation;

import java.time.Instant;
import java.util.List;
import org.c25.affect.Rating;
import org.jspecify.annotations.Nullable;

/**
 * One of a participant's answers, for that participant.
 *
 * @param position of the trial, from 0
 * @param revision 1 for the first answer to the trial
 */
record OwnAnswer(int position, int revision, @Nullable Rating rating, Instant recordedAt) {

    /** A CSV with a line an answer; trials count from 1, as people do. Times are UTC, ISO 8601. */
    static String csv(List<OwnAnswer> answers) {
        StringBuilder csv = new StringBuilder("trial,revision,expression,label,valence,arousal,answered_at\r\n");
        for (OwnAnswer answer : answers) {
            Rating rating = answer.rating();
            csv.append(answer.position() + 1).append(',').append(answer.revision());
            if (rating == null) {
                csv.append(",,,,");
            } else {
                csv.append(',').append(rating.expression().code());
                csv.append(',').append(rating.expression().english());
                csv.append(',').append(rating.valence().value());
                csv.append(',').append(rating.arousal().value());
            }
            csv.append(',').append(answer.recordedAt()).append("\r\n");
        }
        return csv.toString();
    }
}
