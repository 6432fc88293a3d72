package org.c25.affectnet;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.c25.accounts.Caller;
import org.c25.affect.Expression;
import org.c25.affectnet.ChosenImages.Chosen;
import org.c25.common.Faults;
import org.c25.common.Problem;
import org.c25.common.UploadProgress;
import org.c25.images.AffectNetFolder;
import org.c25.images.ImageFolder;
import org.c25.images.Picture;
import org.c25.images.PictureSpool;
import org.c25.sets.ManifestRow;
import org.c25.sets.SetStore;
import org.c25.sets.SetUpload;
import org.c25.sets.SetView;
import org.c25.sets.Sets;
import org.c25.studies.Studies;
import org.c25.studies.StudyView;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Makes sets from AffectNet. It reads the rows, chooses images, crops the faces, and stores them with their source. */
@Service
class AffectNetSets {

    private final Sets sets;
    private final SetStore setStore;
    private final Studies studies;
    private final AffectNetSources affectNetSources;
    private final AffectNetFolder folder;
    private final AffectNetReader reader;

    AffectNetSets(
            Sets sets,
            SetStore setStore,
            Studies studies,
            AffectNetSources affectNetSources,
            AffectNetFolder folder,
            AffectNetReader reader) {
        this.sets = sets;
        this.setStore = setStore;
        this.studies = studies;
        this.affectNetSources = affectNetSources;
        this.folder = folder;
        this.reader = reader;
    }

    /**
     * A set that has been made.
     *
     * @param missing by how many images each class falls short, by its English name
     */
    record Made(SetView set, Map<String, Integer> missing, int unranked) {}

    /**
     * Makes a set of a study, whole or not at all.
     *
     * @param training Training.csv; null if the order names its path
     * @param predictions the models' predictions; null for a set that is drawn by chance alone
     * @throws Problem with what is wrong, by line and file; then nothing is stored
     */
    Made create(
            Caller caller,
            long studyId,
            AffectNetOrder order,
            @Nullable Path training,
            @Nullable Path predictions,
            UploadProgress progress)
            throws IOException {
        StudyView study = studies.require(caller, studyId);
        setStore.requireFree(study, order.number());
        requireFiles(order, training, predictions);
        ImageFolder images = folder.images("images", order.images());
        Candidates candidates = new Candidates(order.criteria(), exclusions(caller, order.excludeSets()));
        AffectNetReader.Hashed read = reader.training(training, order.trainingPath(), candidates, progress);
        String predictionsHash = predictions == null
                ? null
                : reader.predictions(predictions, order.criteria().rule(), candidates, progress);
        ChosenImages choice = candidates.choose();
        if (choice.chosen().isEmpty()) {
            throw Problem.invalid(
                    "classes", "no image is left to choose from; leave out fewer images, or take smaller faces");
        }
        Map<String, Integer> missing = new TreeMap<>();
        choice.missing().forEach((one, count) -> missing.put(one.english(), count));
        AffectNetSource source = new AffectNetSource(
                order.criteria().rule(),
                order.criteria().seed(),
                read.sha256(),
                predictionsHash,
                new AffectNetSource.Parameters(
                        order.criteria().perClass(),
                        order.criteria().classes().stream()
                                .map(Expression::english)
                                .sorted()
                                .toList(),
                        order.criteria().minimumFace(),
                        order.excludeSets(),
                        order.margin(),
                        order.trainingPath(),
                        order.images(),
                        read.rows(),
                        missing,
                        choice.unranked()));
        return new Made(
                store(caller, study, order, choice.chosen(), images, source, progress), missing, choice.unranked());
    }

    private static void requireFiles(AffectNetOrder order, @Nullable Path training, @Nullable Path predictions) {
        Faults faults = new Faults();
        if (training == null && order.trainingPath() == null) {
            faults.add("training", "is missing: send AffectNet's Training.csv, or give its path on the server");
        }
        if (training != null && order.trainingPath() != null) {
            faults.add("trainingPath", "names a file, and another one was sent; leave one of them out");
        }
        if (order.criteria().rule() == SelectionRule.RANDOM && predictions != null) {
            faults.add("predictions", "rank confusing images; leave them out of a random set");
        }
        if (order.criteria().rule() != SelectionRule.RANDOM && predictions == null) {
            faults.add("predictions", "are missing: what models say of the images, as a CSV");
        }
        faults.refuseIfAny();
    }

    private Exclusions exclusions(Caller caller, List<Long> setIds) {
        return reader.imagesOf(
                setIds.stream().map(id -> visible(caller, id).id()).toList());
    }

    private SetView visible(Caller caller, long id) {
        try {
            return sets.require(caller, id);
        } catch (Problem notThere) {
            throw Problem.invalid("excludeSets", "there is no set with the id " + id);
        }
    }

    /**
     * Crops the faces and stores the set. Cropping takes long and needs no transaction. The crops wait on the disk, so
     * that a large set fits in memory.
     */
    private SetView store(
            Caller caller,
            StudyView study,
            AffectNetOrder order,
            List<Chosen> chosen,
            ImageFolder images,
            AffectNetSource source,
            UploadProgress progress)
            throws IOException {
        try (PictureSpool spool = new PictureSpool()) {
            Map<String, Picture> cropped = reader.crop(chosen, images, order.margin(), spool, progress);
            List<ManifestRow> rows = chosen.stream()
                    .map(Chosen::row)
                    .map(row -> new ManifestRow(row.line(), row.index(), row.filename(), row.label()))
                    .toList();
            return setStore.store(
                    caller,
                    study,
                    order.number(),
                    order.kind(),
                    new SetUpload(rows, cropped),
                    filename -> spool.read(Objects.requireNonNull(cropped.get(filename))),
                    set -> affectNetSources.insert(set.id(), source, chosen),
                    progress);
        }
    }
}
