package org.c25.completioncodes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.c25.common.CsvLine;
import org.c25.participation.CompletionCodes.Given;
import org.c25.sets.SetView;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** Writes completion codes as CSV files. Times are UTC, ISO 8601. */
final class CodeFiles {

    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);

    private CodeFiles() {}

    /**
     * Returns the codes that a set has given out, a row a code: {@code participant} (the slot), {@code completion_code},
     * {@code completed_at}, and {@code replaced}, which is 1 if the slot was given on since and else 0.
     */
    static ResponseEntity<byte[]> given(SetView set, List<Given> codes) {
        return file(
                "completion-codes",
                set,
                List.of("participant", "completion_code", "completed_at", "replaced"),
                to -> codes.forEach(one -> end(to.add(one.slot())
                        .add(one.code())
                        .add(one.completedAt())
                        .add(one.replaced() ? 1 : 0))));
    }

    /**
     * Returns the outcome of a check, a row for each thing handed in and for each code that nobody handed in:
     * {@code external_id}, {@code completion_code} as it was typed, {@code outcome} (see {@link CodeOutcome}, or
     * {@code not_handed_in}), {@code participant} (the slot) if it is of this set, {@code completed_at}.
     */
    static ResponseEntity<byte[]> outcome(SetView set, CodeCheck check) {
        List<String> columns = List.of("external_id", "completion_code", "outcome", "participant", "completed_at");
        return file("checked-codes", set, columns, to -> {
            check.lines()
                    .forEach(line -> row(
                            to,
                            line.handedIn().externalId(),
                            line.handedIn().code(),
                            line.outcome().name().toLowerCase(Locale.ROOT),
                            line.given() != null && line.given().setId() == set.id() ? line.given() : null));
            check.missing().forEach(one -> row(to, "", one.code(), "not_handed_in", one));
        });
    }

    private static void row(CsvLine to, String externalId, String code, String outcome, @Nullable Given given) {
        end(to.add(externalId)
                .add(code)
                .add(outcome)
                .add(given == null ? null : (Object) given.slot())
                .add(given == null ? null : given.completedAt()));
    }

    /** Returns what was handed in as a text that {@link HandedInCodes} reads, for a form that asks for the file. */
    static String carried(List<HandedIn> handedIn) {
        return text(
                List.of("external_id", "completion_code"),
                to -> handedIn.forEach(one -> end(to.add(one.externalId()).add(one.code()))));
    }

    private static ResponseEntity<byte[]> file(
            String name, SetView set, List<String> columns, Consumer<CsvLine> content) {
        String filename = name + "_set" + set.number() + "_C" + set.columns() + ".csv";
        return ResponseEntity.ok()
                .contentType(CSV)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(filename)
                                .build()
                                .toString())
                .body(text(columns, content).getBytes(StandardCharsets.UTF_8));
    }

    private static String text(List<String> columns, Consumer<CsvLine> content) {
        StringBuilder text = new StringBuilder();
        CsvLine line = new CsvLine(text);
        end(line.addAll(columns));
        content.accept(line);
        return text.toString();
    }

    private static void end(CsvLine line) {
        try {
            line.end();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
