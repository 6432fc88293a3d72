package org.c25.annotation;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import org.c25.common.Sha256;
import org.c25.participation.Participant;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;

/**
 * A receipt for the participant, of how much of their work has arrived.
 *
 * @param study the study's name
 * @param slot the participant's slot
 * @param finishedAt the time at which they finished; null while they are at work
 * @param answered how many trials have an answer
 * @param code the completion code; null while they are at work
 * @param sha256 the hash of the file {@link OwnAnswer#FILE} as it is at this moment, 64 hexadecimal digits
 */
record Receipt(
        String study,
        int slot,
        @Nullable Instant finishedAt,
        long answered,
        @Nullable String code,
        String sha256) {

    static Receipt of(String study, Participant participant, List<OwnAnswer> answers) {
        return new Receipt(
                study,
                participant.slot(),
                participant.completedAt(),
                answers.stream().mapToInt(OwnAnswer::position).distinct().count(),
                participant.completionCode(),
                Sha256.of(OwnAnswer.csv(answers)));
    }

    /** Returns the receipt with a line for each value, in the reader's language. The time is UTC, ISO 8601. */
    String text(MessageSource messages, Locale locale) {
        StringBuilder text = new StringBuilder(messages.getMessage("receipt.title", null, locale)).append("\r\n\r\n");
        append(text, messages.getMessage("receipt.study", null, locale), study);
        append(text, messages.getMessage("receipt.participant", null, locale), "participant" + slot);
        append(text, messages.getMessage("receipt.answers", null, locale), String.valueOf(answered));
        if (finishedAt != null && code != null) {
            append(
                    text,
                    messages.getMessage("receipt.finished", null, locale),
                    finishedAt.truncatedTo(ChronoUnit.SECONDS).toString());
            append(text, messages.getMessage("receipt.code", null, locale), code);
        }
        append(text, messages.getMessage("receipt.hash", new Object[] {OwnAnswer.FILE}, locale), sha256);
        return text.toString();
    }

    private static void append(StringBuilder text, String name, String value) {
        text.append(name).append(": ").append(value).append("\r\n");
    }
}
