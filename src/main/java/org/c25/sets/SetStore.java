package org.c25.sets;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.c25.accounts.Caller;
import org.c25.audit.Audit;
import org.c25.common.Causes;
import org.c25.common.Problem;
import org.c25.common.UploadProgress;
import org.c25.images.ImageStore;
import org.c25.images.Picture;
import org.c25.images.UnfitImageException;
import org.c25.manifests.ManifestRow;
import org.c25.studies.StudyView;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Stores new sets, each completely with its items and pictures, or not at all. */
@Service
public class SetStore {

    private static final Logger LOG = LoggerFactory.getLogger(SetStore.class);

    private final SetRepository sets;
    private final Items items;
    private final ImageStore images;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final Audit audit;
    private final Clock clock;

    SetStore(
            SetRepository sets,
            Items items,
            ImageStore images,
            ApplicationEventPublisher events,
            TransactionTemplate transaction,
            Audit audit,
            Clock clock) {
        this.sets = sets;
        this.items = items;
        this.images = images;
        this.events = events;
        this.transaction = transaction;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Checks that a set of the study can have this number.
     *
     * @throws Problem if none can
     */
    public void requireFree(StudyView study, int number) {
        study.requireActive();
        if (number < 1) {
            throw Problem.invalid("number", "a whole number from 1");
        }
        refuseTaken(study, number);
    }

    /**
     * Stores a set whose parts are checked.
     *
     * @param portions how the images are shared out; null if everyone rates all
     * @param source returns the pictures' bytes; null for a set without pictures
     * @param also stores more in the same transaction
     */
    public SetView store(
            Caller caller,
            StudyView study,
            int number,
            SetKind kind,
            @Nullable Portions portions,
            SetUpload upload,
            @Nullable PictureSource source,
            Consumer<SetView> also,
            UploadProgress progress) {
        return transaction.execute(status -> {
            SetView set = store(caller, study, number, kind, portions, upload, source != null, also);
            if (source != null) {
                storePictures(upload, source, progress);
            }
            return set;
        });
    }

    /** Stores a set whose pictures are stored already, since other sets show them. */
    public SetView storeShared(
            Caller caller, StudyView study, int number, SetKind kind, SetUpload upload, Consumer<SetView> also) {
        return transaction.execute(status -> store(caller, study, number, kind, null, upload, true, also));
    }

    private SetView store(
            Caller caller,
            StudyView study,
            int number,
            SetKind kind,
            @Nullable Portions portions,
            SetUpload upload,
            boolean withPictures,
            Consumer<SetView> also) {
        refuseTaken(study, number);
        SetView set = save(
                number,
                new ImageSet(study, number, kind, upload.rows().size(), portions, withPictures, clock.instant()));
        items.insert(set.id(), upload.rows(), upload.pictures());
        also.accept(set);
        events.publishEvent(new SetCreated(set));
        audit.record(caller.getUsername(), "set created", "set " + set.id(), kind + ", " + set.items() + " images");
        return set;
    }

    /** A source of pictures, which returns the same bytes as when they were checked. */
    public interface PictureSource {

        byte[] read(String filename) throws UnfitImageException;
    }

    /** Names a set in the open transaction. */
    void name(long id, @Nullable String name) {
        sets.findById(id).orElseThrow().name(name);
    }

    private SetView save(int number, ImageSet set) {
        try {
            return sets.saveAndFlush(set).view();
        } catch (DataIntegrityViolationException e) {
            throw taken(number); // by another request, since the check
        }
    }

    private void refuseTaken(StudyView study, int number) {
        if (sets.existsByStudyIdAndNumber(study.id(), number)) {
            throw taken(number);
        }
    }

    private static Problem taken(int number) {
        return Problem.conflict("number: the study has a set " + number + " already; choose another.");
    }

    /**
     * Stores the pictures. It is the last step before the commit: so no row refers to a picture that is not there, and
     * a refused set leaves no files.
     */
    private void storePictures(SetUpload upload, PictureSource source, UploadProgress progress) {
        try {
            int done = 0;
            for (ManifestRow row : upload.rows()) {
                progress.tell("Storing the images", done++, upload.rows().size());
                String hash = Objects.requireNonNull(upload.pictures().get(row.filename()))
                        .hash();
                images.put(hash, source.read(row.filename()));
            }
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {

                @Override
                public void afterCommit() {
                    putBackMissing(upload, source);
                }
            });
        } catch (UnfitImageException e) {
            throw new UncheckedIOException(new IOException("the images changed while they were read", e));
        }
    }

    /** Stores pictures anew whose files went with a set that was deleted at the same moment: see {@link UnusedImages}. */
    private void putBackMissing(SetUpload upload, PictureSource source) {
        for (Map.Entry<String, Picture> one : upload.pictures().entrySet()) {
            String hash = one.getValue().hash();
            try {
                if (!images.has(hash)) {
                    images.put(hash, source.read(one.getKey()));
                }
            } catch (UnfitImageException | RuntimeException e) {
                LOG.error("The picture {} of a new set may be missing: {}", hash, Causes.bottom(e));
            }
        }
    }
}
