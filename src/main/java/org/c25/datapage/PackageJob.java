package org.c25.datapage;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.c25.accounts.Caller;
import org.c25.common.Numbers;
import org.c25.downloads.FileOrder;
import org.c25.export.Exports;
import org.c25.jobs.JobKind;
import org.c25.jobs.JobOrder;
import org.c25.jobs.JobOutcome;
import org.c25.jobs.JobRun;
import org.c25.sets.SetView;
import org.c25.studies.StudyView;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Makes the data package of a set or of a study, as a job. */
@Component
class PackageJob implements JobKind {

    private static final String NAME = "PACKAGE";
    private static final String SET = "set";
    private static final String STUDY = "study";
    private static final String LABELS = "labels";

    private final Exports exports;
    private final TransactionTemplate transaction;

    PackageJob(Exports exports, TransactionTemplate transaction) {
        this.exports = exports;
        this.transaction = transaction;
    }

    /** Returns the order of a set's package. @param labels whether it includes AffectNet's own labels */
    static JobOrder of(SetView set, boolean labels) {
        return new JobOrder(
                NAME,
                "Data package of " + set.title(),
                "/sets/" + set.id() + "/data",
                Map.of(SET, String.valueOf(set.id()), LABELS, String.valueOf(labels)));
    }

    /** Returns the order of the packages of all sets of a study. @param labels whether they include AffectNet's own labels */
    static JobOrder of(StudyView study, boolean labels) {
        return new JobOrder(
                NAME,
                "Data package of " + study.name(),
                "/studies/" + study.id(),
                Map.of(STUDY, String.valueOf(study.id()), LABELS, String.valueOf(labels)));
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void run(JobRun run) throws IOException {
        FileOrder order = order(run.caller(), run.parameters());
        Path file = run.made(order.name());
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16)) {
            order.content().write(out, run);
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(file); // On a disk that is full, its room is needed at once.
            throw e;
        }
        String size = Numbers.bytes(Files.size(file));
        transaction.executeWithoutResult(
                status -> run.done(JobOutcome.file("The file is ready: " + size + ".", order.page(), order.name())));
    }

    private FileOrder order(Caller caller, Map<String, String> parameters) {
        boolean labels = Boolean.parseBoolean(parameters.get(LABELS));
        String set = parameters.get(SET);
        return set != null
                ? exports.dataPackage(caller, Long.parseLong(set), labels)
                : exports.studyPackage(caller, Long.parseLong(String.valueOf(parameters.get(STUDY))), labels);
    }

    @Override
    public void handingOut(Caller caller, JobOrder order) {
        order(caller, order.parameters()).handingOut().run();
    }
}
