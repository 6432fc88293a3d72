package org.c25.sets;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.c25.accounts.Caller;
import org.c25.common.ColumnsRead;
import org.c25.common.Problem;
import org.c25.common.UploadProgress;
import org.c25.images.FoundImages;
import org.c25.images.ImageArchives;
import org.c25.images.ImageSource;
import org.c25.images.PictureFolders;
import org.c25.images.Pictures;
import org.c25.manifests.Manifest;
import org.c25.studies.Studies;
import org.c25.studies.StudyView;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Makes sets from images that staff send or name, with a manifest or without. */
@Service
public class SetCreation {

    private final Studies studies;
    private final ImageArchives archives;
    private final PictureFolders folders;
    private final Pictures pictures;
    private final SetStore store;
    private final TransactionTemplate transaction;

    SetCreation(
            Studies studies,
            ImageArchives archives,
            PictureFolders folders,
            Pictures pictures,
            SetStore store,
            TransactionTemplate transaction) {
        this.studies = studies;
        this.archives = archives;
        this.folders = folders;
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
        StudyView study = studies.require(caller, studyId);
        store.requireFree(study, number);
        Manifest.Reading reading = Manifest.read(manifest);
        try (ImageSource source = images == null ? null : archives.open(SentFiles.IMAGES, images)) {
            return create(
                    caller,
                    study,
                    new SetWish(number, null, kind, portions, null),
                    reading,
                    source,
                    UploadProgress.UNHEARD,
                    made -> {});
        }
    }

    /**
     * A set that was made.
     *
     * @param columns what was read of its manifest; null if it came without one
     * @param passedOver the files among the pictures that are not in it
     */
    record Made(SetView set, @Nullable ColumnsRead columns, List<String> passedOver) {}

    /**
     * Makes a set of a study completely, or not at all.
     *
     * @param manifest null for a set of all pictures that there are, in the order of their names
     * @param images a ZIP; null if none was sent
     * @param last is called as the last step of the transaction that stores the set
     */
    SetView create(
            Caller caller,
            long studyId,
            SetWish wish,
            @Nullable Path manifest,
            @Nullable Path images,
            UploadProgress progress,
            Consumer<Made> last)
            throws IOException {
        StudyView study = studies.require(caller, studyId);
        store.requireFree(study, wish.number());
        Manifest.Reading reading = manifest == null ? null : read(manifest);
        String folder = wish.folder();
        try (ImageSource source = folder != null
                ? folders.open("folder", folder)
                : images == null ? null : archives.open(SentFiles.IMAGES, images)) {
            return create(caller, study, wish, reading, source, progress, last);
        }
    }

    private static Manifest.Reading read(Path manifest) throws IOException {
        try (InputStream in = Files.newInputStream(manifest)) {
            return Manifest.read(in);
        }
    }

    /** Decoding takes long and happens outside a transaction; its results are stored in one. */
    private SetView create(
            Caller caller,
            StudyView study,
            SetWish wish,
            Manifest.@Nullable Reading manifest,
            @Nullable ImageSource source,
            UploadProgress progress,
            Consumer<Made> last)
            throws IOException {
        FoundImages found = manifest == null ? Objects.requireNonNull(source).found() : null;
        SetUpload upload = found == null
                ? SetUpload.check(Objects.requireNonNull(manifest), source, pictures, progress)
                : SetUpload.check(found, Objects.requireNonNull(source), pictures, progress);
        List<String> passedOver = source == null
                ? List.of()
                : found == null ? source.besides(upload.pictures().keySet()) : found.passedOver();
        if (source != null) {
            source.rewind();
        }
        ColumnsRead columns = manifest == null ? null : manifest.columns();
        return storing(
                () -> store.store(
                        caller,
                        study,
                        wish.number(),
                        wish.kind(),
                        wish.portions(),
                        upload,
                        source == null ? null : source::read,
                        set -> store.name(set.id(), wish.name()),
                        progress),
                set -> last.accept(new Made(set, columns, passedOver)));
    }

    private SetView storing(Supplier<SetView> work, Consumer<SetView> last) {
        return transaction.execute(status -> {
            SetView set = work.get();
            last.accept(set);
            return set;
        });
    }
}
