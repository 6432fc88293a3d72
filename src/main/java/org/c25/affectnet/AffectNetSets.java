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
import org.c25.images.PictureSpool;
import org.c25.manifests.ManifestRow;
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
    private final FaceCutter cutter;

    AffectNetSets(
            Sets sets,
            SetStore setStore,
            Studies studies,
            AffectNetSources affectNetSources,
            AffectNetFolder folder,
            AffectNetReader reader,
            FaceCutter cutter) {
        this.sets = sets;
        this.setStore = setStore;
        this.studies = studies;
        this.affectNetSources = affectNetSources;
        this.folder = folder;
        this.reader = reader;
        this.cutter = cutter;
    }

    /**
     * A set that has been made.
     *
     * @param missing by how many images each class falls short, by its English name
     * @param unfit the images that were passed over
     * @param predictions what was read of the predictions; null where there were none
     */
    record Made(
            SetView set,
            Map<String, Integer> missing,
            int unranked,
            List<FaceCutter.Unfit> unfit,
            PredictionsCsv.@Nullable Read predictions) {}

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
        // AffectNet as it is given out today has its pictures beside its annotations, and no boxes.
        boolean annotations = training == null && folder.isFolder(order.trainingPath());
        String path = annotations && order.images().isEmpty() ? String.valueOf(order.trainingPath()) : order.images();
        ImageFolder images = folder.images("images", path);
        boolean whole = order.wholePicture() || annotations;
        Candidates candidates = new Candidates(order.criteria(), exclusions(caller, order.excludeSets()), whole);
        AffectNetReader.Hashed read = reader.training(training, order.trainingPath(), candidates, progress);
        AffectNetReader.HashedPredictions said = predictions == null
                ? null
                : reader.predictions(predictions, order.criteria().rule(), order.models(), candidates, progress);
        if (candidates.choose().chosen().isEmpty()) {
            throw candidates.nothingLeft();
        }
        FaceCutter.Cut cut =
                new FaceCutter.Cut(whole, order.margin(), order.criteria().minimumFace(), order.mostUnfit());
        try (PictureSpool spool = new PictureSpool()) {
            FaceCutter.Faces faces = cutter.choose(candidates, images, cut, spool, progress);
            Map<String, Integer> missing = new TreeMap<>();
            faces.choice().missing().forEach((one, count) -> missing.put(one.english(), count));
            AffectNetSource source = source(order, path, whole, read, said, faces, missing);
            SetView set = store(caller, study, order, faces, spool, source, progress);
            return new Made(set, missing, faces.choice().unranked(), faces.unfit(), said == null ? null : said.read());
        }
    }

    private static AffectNetSource source(
            AffectNetOrder order,
            String images,
            boolean whole,
            AffectNetReader.Hashed read,
            AffectNetReader.@Nullable HashedPredictions said,
            FaceCutter.Faces faces,
            Map<String, Integer> missing) {
        return new AffectNetSource(
                order.criteria().rule(),
                order.criteria().seed(),
                read.sha256(),
                said == null ? null : said.sha256(),
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
                        images,
                        read.rows(),
                        missing,
                        faces.choice().unranked(),
                        whole,
                        said == null ? List.of() : said.read().models(),
                        faces.unfit()));
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

    /** Stores the set. Its pictures wait on the disk, so that a large set fits in memory. */
    private SetView store(
            Caller caller,
            StudyView study,
            AffectNetOrder order,
            FaceCutter.Faces faces,
            PictureSpool spool,
            AffectNetSource source,
            UploadProgress progress) {
        List<Chosen> chosen = faces.choice().chosen();
        List<ManifestRow> rows = chosen.stream()
                .map(Chosen::row)
                .map(row -> new ManifestRow(row.line(), row.index(), row.filename(), row.label()))
                .toList();
        return setStore.store(
                caller,
                study,
                order.number(),
                order.kind(),
                null,
                new SetUpload(rows, faces.pictures()),
                filename -> spool.read(Objects.requireNonNull(faces.pictures().get(filename))),
                set -> affectNetSources.insert(set.id(), source, chosen),
                progress);
    }
}
