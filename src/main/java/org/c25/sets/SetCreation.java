package org.c25.sets;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.c25.accounts.Caller;
import org.c25.common.ColumnsRead;
import org.c25.common.Problem;
import org.c25.common.UploadProgress;
import org.c25.images.ImageArchive;
import org.c25.images.ImageArchives;
import org.c25.images.Pictures;
import org.c25.studies.Studies;
import org.c25.studies.StudyView;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Makes sets from a manifest and images that staff send. */
@Service
public class SetCreation {

    private final Studies studies;
    private final ImageArchives archives;
    private final Pictures pictures;
    private final SetStore store;
    private final TransactionTemplate transaction;

    SetCreation(
            Studies studies,
            ImageArchives archives,
            Pictures pictures,
            SetStore store,
            TransactionTemplate transaction) {
        this.studies = studies;
        this.archives = archives;
        this.pictures = pictures;
        this.store = store;
        this.transaction = transaction;
    }

    /**
     * Makes a set of a study completely, or not at all.
     *
     * @param number the number of the set, from 1, not yet used in the study
     * @param portions how the images are shared out; null if everyone rates all
     * @param manifest a CSV, see {@link Manifest}
     * @param images a ZIP with an image for each line; null for a set that only holds imported answers
     * @throws Problem with everything that is wrong, by line and file; then nothing is stored
     */
    public SetView create(
            Caller caller,
            long studyId,
            int number,
            SetKind kind,
            @Nullable Portions portions,
            InputStream manifest,
            @Nullable Path images)
            throws IOException {
        return create(caller, studyId, number, kind, portions, manifest, images, UploadProgress.UNHEARD, made -> {});
    }

    /** A set that was made, and what was read of its manifest. */
    record Made(SetView set, ColumnsRead columns) {}

    /** @param last is called as the last step of the transaction that stores the set */
    SetView create(
            Caller caller,
            long studyId,
            int number,
            SetKind kind,
            @Nullable Portions portions,
            InputStream manifest,
            @Nullable Path images,
            UploadProgress progress,
            Consumer<Made> last)
            throws IOException {
        StudyView study = studies.require(caller, studyId);
        store.requireFree(study, number);
        Manifest.Reading reading = Manifest.read(manifest);
        if (images == null) {
            SetUpload rows = SetUpload.check(reading, null, pictures, progress);
            return storing(
                    () -> store.store(caller, study, number, kind, portions, rows, null, set -> {}, progress),
                    set -> last.accept(new Made(set, reading.columns())));
        }
        // Decoding takes long and happens outside a transaction; its results are stored in one.
        try (ImageArchive archive = archives.open("images", images)) {
            SetUpload upload = SetUpload.check(reading, archive, pictures, progress);
            archive.rewind();
            return storing(
                    () -> store.store(
                            caller, study, number, kind, portions, upload, archive::read, set -> {}, progress),
                    set -> last.accept(new Made(set, reading.columns())));
        }
    }

    private SetView storing(Supplier<SetView> work, Consumer<SetView> last) {
        return transaction.execute(status -> {
            SetView set = work.get();
            last.accept(set);
            return set;
        });
    }
}
