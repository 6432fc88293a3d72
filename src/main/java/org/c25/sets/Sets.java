package org.c25.sets;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.c25.accounts.Caller;
import org.c25.audit.Audit;
import org.c25.common.Problem;
import org.c25.common.UploadProgress;
import org.c25.images.ImageArchive;
import org.c25.images.ImageArchives;
import org.c25.images.ImageStore;
import org.c25.images.Pictures;
import org.c25.images.UnfitImageException;
import org.c25.studies.Studies;
import org.c25.studies.StudyView;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** The sets of the studies, fetched through what the caller may see. */
@Service
public class Sets {

    private final SetRepository sets;
    private final Items items;
    private final Studies studies;
    private final ImageArchives archives;
    private final Pictures pictures;
    private final ImageStore store;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final Audit audit;
    private final Clock clock;

    Sets(
            SetRepository sets,
            Items items,
            Studies studies,
            ImageArchives archives,
            Pictures pictures,
            ImageStore store,
            ApplicationEventPublisher events,
            TransactionTemplate transaction,
            Audit audit,
            Clock clock) {
        this.sets = sets;
        this.items = items;
        this.studies = studies;
        this.archives = archives;
        this.pictures = pictures;
        this.store = store;
        this.events = events;
        this.transaction = transaction;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Makes a set of a study, whole or not at all.
     *
     * @param number 1 …, not yet used in the study
     * @param manifest a CSV, see {@link Manifest}
     * @param images a ZIP with an image for each line; null for a set that only holds imported answers
     * @throws Problem with everything that is wrong, by line and file; then nothing is stored
     */
    public SetView create(
            Caller caller, long studyId, int number, SetKind kind, InputStream manifest, @Nullable Path images)
            throws IOException {
        return create(caller, studyId, number, kind, manifest, images, UploadProgress.UNHEARD);
    }

    SetView create(
            Caller caller,
            long studyId,
            int number,
            SetKind kind,
            InputStream manifest,
            @Nullable Path images,
            UploadProgress progress)
            throws IOException {
        StudyView study = studies.require(caller, studyId);
        requireFree(study, number);
        Manifest.Reading reading = Manifest.read(manifest);
        if (images == null) {
            SetUpload rows = SetUpload.check(reading, null, pictures, progress);
            return store(caller, study, number, kind, rows, null, set -> {}, progress);
        }
        // Decoding takes its time and needs no transaction; what it finds is stored in one.
        try (ImageArchive archive = archives.open("images", images)) {
            SetUpload upload = SetUpload.check(reading, archive, pictures, progress);
            archive.rewind();
            return store(caller, study, number, kind, upload, archive::read, set -> {}, progress);
        }
    }

    /** @throws Problem if no set of the study can have this number */
    public void requireFree(StudyView study, int number) {
        study.requireActive();
        if (number < 1) {
            throw Problem.invalid("number", "is a whole number from 1");
        }
        refuseTaken(study, number);
    }

    /**
     * Stores a set whose parts are checked.
     *
     * @param source gives the pictures' bytes; null for a set without pictures
     * @param also what is stored in the same transaction
     */
    public SetView store(
            Caller caller,
            StudyView study,
            int number,
            SetKind kind,
            SetUpload upload,
            @Nullable PictureSource source,
            Consumer<SetView> also,
            UploadProgress progress) {
        return transaction.execute(status -> {
            SetView set = store(caller, study, number, kind, upload, source != null, also);
            if (source != null) {
                storePictures(upload, source, progress);
            }
            return set;
        });
    }

    /** Stores a set whose pictures are stored already, since other sets show them. */
    public SetView storeShared(
            Caller caller, StudyView study, int number, SetKind kind, SetUpload upload, Consumer<SetView> also) {
        return transaction.execute(status -> store(caller, study, number, kind, upload, true, also));
    }

    private SetView store(
            Caller caller,
            StudyView study,
            int number,
            SetKind kind,
            SetUpload upload,
            boolean withPictures,
            Consumer<SetView> also) {
        refuseTaken(study, number);
        SetView set =
                save(number, new ImageSet(study, number, kind, upload.rows().size(), withPictures, clock.instant()));
        items.insert(set.id(), upload.rows(), upload.pictures());
        also.accept(set);
        events.publishEvent(new SetCreated(set));
        audit.record(caller.getUsername(), "set created", "set " + set.id(), kind + ", " + set.items() + " images");
        return set;
    }

    /** Gives the same bytes as when they were checked. */
    public interface PictureSource {

        byte[] read(String filename) throws UnfitImageException;
    }

    private SetView save(int number, ImageSet set) {
        try {
            return sets.saveAndFlush(set).view();
        } catch (DataIntegrityViolationException e) {
            throw taken(number); // by another request, since it was looked up
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

    /** Last before the commit: no row refers to a picture that is not there, and a refused set leaves no files. */
    private void storePictures(SetUpload upload, PictureSource source, UploadProgress progress) {
        try {
            int done = 0;
            for (ManifestRow row : upload.rows()) {
                progress.tell("Storing the images", done++, upload.rows().size());
                String filename = row.filename();
                String hash = Objects.requireNonNull(upload.pictures().get(filename), filename)
                        .hash();
                store.put(hash, source.read(filename));
            }
        } catch (UnfitImageException e) {
            throw new UncheckedIOException(new IOException("the images changed while they were read", e));
        }
    }

    @Transactional(readOnly = true)
    public List<SetView> of(StudyView study) {
        return sets.findByStudyIdOrderByNumber(study.id()).stream()
                .map(ImageSet::view)
                .toList();
    }

    /** The least number that is greater than those of all sets of a study. */
    public int nextNumber(StudyView study) {
        return of(study).stream().mapToInt(SetView::number).max().orElse(0) + 1;
    }

    /** @throws Problem 404 if there is no such set that the caller may see */
    @Transactional(readOnly = true)
    public SetView require(Caller caller, long id) {
        return visible(caller, id).view();
    }

    /** For a participant, who comes to their set by an invitation. */
    @Transactional(readOnly = true)
    public SetView ofInvited(long id) {
        return sets.findById(id).map(ImageSet::view).orElseThrow(() -> Problem.notFound("set"));
    }

    /** The study behind it, for a participant. */
    @Transactional(readOnly = true)
    public StudyView studyOfInvited(long id) {
        return studies.ofInvited(ofInvited(id).studyId());
    }

    @Transactional
    public void open(Caller caller, long id) {
        ImageSet set = changing(caller, id);
        studies.require(caller, set.view().studyId()).requireActive();
        set.open();
        audit.record(caller.getUsername(), "set opened", "set " + id, "");
    }

    @Transactional
    public void close(Caller caller, long id) {
        changing(caller, id).close();
        audit.record(caller.getUsername(), "set closed", "set " + id, "");
    }

    /** Lets everybody wait. Answers that are on their way are taken all the same. */
    @Transactional
    public void pause(Caller caller, long id) {
        changing(caller, id).pause();
        audit.record(caller.getUsername(), "set paused", "set " + id, "");
    }

    @Transactional
    public void resume(Caller caller, long id) {
        ImageSet set = changing(caller, id);
        if (set.view().paused()) {
            set.resume();
            events.publishEvent(new SetResumed(id));
        }
        audit.record(caller.getUsername(), "set resumed", "set " + id, "");
    }

    /** What keeps the participants of a set from going on, if anything does. */
    @Transactional(readOnly = true)
    public Optional<Suspension> holdOn(long id) {
        SetView set = ofInvited(id);
        return Suspension.of(set.paused(), studies.ofInvited(set.studyId()).archived());
    }

    /** All items in the order of the manifest. */
    @Transactional(readOnly = true)
    public List<Item> items(long setId) {
        return items.of(setId);
    }

    /** The ids of all items, in the same order. */
    @Transactional(readOnly = true)
    public long[] itemIds(long setId) {
        return items.ids(setId);
    }

    /** The same one by one, from one position to before another, for sets that are too large to be held in memory. */
    @Transactional(readOnly = true)
    public void forEachItem(long setId, int from, int to, Consumer<Item> item) {
        items.forEach(setId, from, to, item);
    }

    /**
     * As {@link #require}, and nobody opens or changes the set until the caller's transaction ends.
     *
     * @throws Problem 404 if there is no such set that the caller may see
     */
    @Transactional
    public SetView requireLocked(Caller caller, long id) {
        return changing(caller, id).view();
    }

    /** The set for whoever changes it; others who do wait. It must be the first that a transaction asks for. */
    public ImageSet changing(Caller caller, long id) {
        return seen(caller, sets.findLockedById(id));
    }

    private ImageSet visible(Caller caller, long id) {
        return seen(caller, sets.findById(id));
    }

    private ImageSet seen(Caller caller, Optional<ImageSet> found) {
        ImageSet set = found.orElseThrow(() -> Problem.notFound("set"));
        try {
            studies.require(caller, set.view().studyId());
        } catch (Problem hidden) {
            throw Problem.notFound("set");
        }
        return set;
    }
}
