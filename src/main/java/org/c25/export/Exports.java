package org.c25.export;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.c25.accounts.Caller;
import org.c25.audit.Audit;
import org.c25.common.Problem;
import org.c25.common.UploadProgress;
import org.c25.downloads.FileOrder;
import org.c25.sets.SetView;
import org.c25.sets.Sets;
import org.c25.studies.Studies;
import org.c25.studies.StudyView;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The files of a set, as they can be ordered. Each file is written in a transaction of its own, which shows the data of
 * one moment, whatever comes in meanwhile. Another transaction records that the file was handed out.
 */
@Service
public class Exports {

    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);

    private final Sets sets;
    private final SetFiles files;
    private final DataPackage dataPackage;
    private final StudyPackage studyPackage;
    private final Studies studies;
    private final Audit audit;
    private final TransactionTemplate oneMoment;
    private final TransactionTemplate transaction;

    Exports(
            Sets sets,
            SetFiles files,
            DataPackage dataPackage,
            StudyPackage studyPackage,
            Studies studies,
            Audit audit,
            PlatformTransactionManager transactions,
            TransactionTemplate transaction) {
        this.sets = sets;
        this.files = files;
        this.dataPackage = dataPackage;
        this.studyPackage = studyPackage;
        this.studies = studies;
        this.audit = audit;
        this.transaction = transaction;
        this.oneMoment = new TransactionTemplate(transactions);
        this.oneMoment.setReadOnly(true);
        this.oneMoment.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    }

    /**
     * Returns the order for one file.
     *
     * @throws Problem 404 if there is no such set that the caller may see, or it has no such file
     */
    public FileOrder file(Caller caller, long setId, String name) {
        SetFile file = require(files.all(sets.require(caller, setId)), name);
        return new FileOrder(
                "/sets/" + setId + "/exports/" + name,
                name,
                CSV,
                page(setId),
                (out, progress) -> atOneMoment(() -> write(file, out)),
                () -> recordExport("set " + setId, caller, name, () -> sets.require(caller, setId)));
    }

    private static SetFile require(List<SetFile> all, String name) {
        return all.stream()
                .filter(file -> file.name().equals(name))
                .findFirst()
                .orElseThrow(() -> Problem.notFound(
                        "file; this set has " + all.stream().map(SetFile::name).collect(Collectors.joining(", "))));
    }

    private static String page(long setId) {
        return "/sets/" + setId + "/data";
    }

    private static void write(SetFile file, OutputStream out) throws IOException {
        BufferedWriter writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), 1 << 16);
        file.write(writer);
        writer.flush();
    }

    /**
     * Returns the order for all files in one ZIP.
     *
     * @param labels whether the package includes AffectNet's own labels
     * @throws Problem 404 if there is no such set that the caller may see
     */
    public FileOrder dataPackage(Caller caller, long setId, boolean labels) {
        SetView set = sets.require(caller, setId);
        return new FileOrder(
                "/sets/" + setId + "/exports/" + DataPackage.NAME + "?affectNetLabels=" + labels,
                "set" + setId + "-" + DataPackage.NAME,
                DataPackage.TYPE,
                page(setId),
                (out, progress) -> atOneMoment(() -> pack(caller, set, labels, out, progress)),
                () -> recordExport("set " + setId, caller, labelled(labels), () -> sets.require(caller, setId)));
    }

    private void pack(Caller caller, SetView set, boolean labels, OutputStream out, UploadProgress progress)
            throws IOException {
        dataPackage.write(caller, set, studies.require(caller, set.studyId()), labels, out, progress);
    }

    /**
     * Returns the order for the data packages of all sets of a study in one ZIP, all of one moment.
     *
     * @param labels whether the packages include AffectNet's own labels
     * @throws Problem 404 if there is no such study that the caller may see, or it has no set
     */
    public FileOrder studyPackage(Caller caller, long studyId, boolean labels) {
        requireAnySet(studies.require(caller, studyId));
        return new FileOrder(
                "/studies/" + studyId + "/exports/" + DataPackage.NAME + "?affectNetLabels=" + labels,
                "study" + studyId + "-" + DataPackage.NAME,
                DataPackage.TYPE,
                "/studies/" + studyId,
                (out, progress) -> atOneMoment(() -> {
                    StudyView study = studies.require(caller, studyId);
                    studyPackage.write(caller, study, sets.of(study), labels, out, progress);
                }),
                () -> recordExport(
                        "study " + studyId, caller, labelled(labels), () -> studies.require(caller, studyId)));
    }

    /** @throws Problem 404 if the study has no set */
    public void requireAnySet(StudyView study) {
        if (sets.of(study).isEmpty()) {
            throw Problem.notFound("file: the study has no set yet");
        }
    }

    private static String labelled(boolean labels) {
        return DataPackage.NAME + (labels ? ", with AffectNet's labels" : "");
    }

    private interface Writing {

        void run() throws IOException;
    }

    private void atOneMoment(Writing writing) throws IOException {
        try {
            oneMoment.executeWithoutResult(status -> {
                try {
                    writing.run();
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** Records that somebody got a file, if they may still see what it is of. */
    private void recordExport(String subject, Caller caller, String details, Runnable mayStillSee) {
        transaction.executeWithoutResult(status -> {
            mayStillSee.run();
            audit.record(caller.getUsername(), "file exported", subject, details);
        });
    }
}
