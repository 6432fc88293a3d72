package org.c25.export;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.c25.common.Numbers;
import org.c25.jobs.JobKind;
import org.c25.jobs.JobOutcome;
import org.c25.jobs.JobRun;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes answers from files, as a job. */
@Component
class ImportJob implements JobKind {

    static final String NAME = "IMPORT";

    private final Imports imports;
    private final TransactionTemplate transaction;

    ImportJob(Imports imports, TransactionTemplate transaction) {
        this.imports = imports;
        this.transaction = transaction;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void run(JobRun run) throws IOException {
        long set = run.number("set");
        try (InputStream expression = stream(run, "expression");
                InputStream valence = stream(run, "valence");
                InputStream arousal = stream(run, "arousal")) {
            transaction.executeWithoutResult(status -> {
                try {
                    int answers = imports.take(run.caller(), set, expression, valence, arousal, run);
                    run.done(JobOutcome.of(
                            Numbers.count(answers, "answer is", "answers are") + " in.",
                            "/sets/" + set,
                            Map.of("annotations", answers)));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }

    private static InputStream stream(JobRun run, String name) throws IOException {
        Optional<Path> file = run.sent(name);
        return file.isPresent()
                ? new BufferedInputStream(Files.newInputStream(file.get()))
                : InputStream.nullInputStream();
    }
}
