package org.c25.sets;

import java.awt.Rectangle;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.c25.accounts.Caller;
import org.c25.affect.Expression;
import org.c25.images.AffectNetFolder;
import org.c25.images.Crops;
import org.c25.images.ImageFolder;
import org.c25.images.Picture;
import org.c25.images.PictureSpool;
import org.c25.images.Pictures;
import org.c25.images.UnfitImageException;
import org.c25.sampling.Candidates;
import org.c25.sampling.Choice;
import org.c25.sampling.Choice.Chosen;
import org.c25.sampling.Exclusions;
import org.c25.sampling.FaceBox;
import org.c25.sampling.PredictionsCsv;
import org.c25.sampling.Rule;
import org.c25.sampling.TrainingCsv;
import org.c25.sampling.TrainingRow;
import org.c25.studies.Studies;
import org.c25.studies.StudyView;
import org.c25.web.Fault;
import org.c25.web.Problem;
import org.c25.web.Sha256;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Makes sets from AffectNet: reads its rows, chooses, crops the faces, and stores all with where it comes from. */
@Service
class AffectNetSets {

    private static final int MOST_FAULTS = 100;

    private final Sets sets;
    private final Studies studies;
    private final Provenance provenance;
    private final AffectNetFolder folder;
    private final Crops crops;
    private final Pictures pictures;

    AffectNetSets(
            Sets sets, Studies studies, Provenance provenance, AffectNetFolder folder, Crops crops, Pictures pictures) {
        this.sets = sets;
        this.studies = studies;
        this.provenance = provenance;
        this.folder = folder;
        this.crops = crops;
        this.pictures = pictures;
    }

    /** @param missing by how many images each class falls short, by its English name */
    record Made(SetView set, Map<String, Integer> missing, int unranked) {}

    /**
     * Makes a set of a study, whole or not at all.
     *
     * @param training Training.csv; null if the order names its path
     * @param predictions what models say of the images; null for a set that is drawn by chance alone
     * @throws Problem with what is wrong, by line and file; then nothing is stored
     */
    Made create(Caller caller, long studyId, AffectNetOrder order, @Nullable Path training, @Nullable Path predictions)
            throws IOException {
        StudyView study = studies.require(caller, studyId);
        sets.requireFree(study, order.number());
        requireFiles(order, training, predictions);
        ImageFolder images = folder.images("images", order.images());
        Candidates candidates = new Candidates(order.wish(), exclusions(caller, order.excludeSets()));
        Hashed read = readTraining(order, training, candidates);
        String predictionsHash = predictions == null ? null : readPredictions(order, predictions, candidates);
        Choice choice = candidates.choose();
        if (choice.chosen().isEmpty()) {
            throw Problem.invalid("classes", "no image is left to choose from; see the exclusions and the least face");
        }
        Map<String, Integer> missing = new TreeMap<>();
        choice.missing().forEach((one, count) -> missing.put(one.english(), count));
        SetSource source = new SetSource(
                order.wish().rule(),
                order.wish().seed(),
                read.sha256(),
                predictionsHash,
                new SetSource.Parameters(
                        order.wish().perClass(),
                        order.wish().classes().stream()
                                .map(Expression::english)
                                .sorted()
                                .toList(),
                        order.wish().minimumFace(),
                        order.excludeSets(),
                        order.margin(),
                        order.trainingPath(),
                        order.images(),
                        read.rows(),
                        missing,
                        choice.unranked()));
        return new Made(store(caller, study, order, choice.chosen(), images, source), missing, choice.unranked());
    }

    private static void requireFiles(AffectNetOrder order, @Nullable Path training, @Nullable Path predictions) {
        if (training == null && order.trainingPath() == null) {
            throw Problem.invalid("training", "is missing: send AffectNet's Training.csv, or name it in trainingPath");
        }
        if (training != null && order.trainingPath() != null) {
            throw Problem.invalid("trainingPath", "names a file, and another one was sent; leave one of them out");
        }
        if (order.wish().rule() == Rule.RANDOM && predictions != null) {
            throw Problem.invalid("predictions", "rank confusing images; leave them out of a random set");
        }
        if (order.wish().rule() != Rule.RANDOM && predictions == null) {
            throw Problem.invalid("predictions", "are missing: what models say of the images, as a CSV");
        }
    }

    private Exclusions exclusions(Caller caller, List<Long> setIds) {
        Set<Long> indexes = new HashSet<>();
        Set<String> filenames = new HashSet<>();
        for (long id : setIds) {
            for (Item item : sets.items(visible(caller, id).id())) {
                indexes.add(item.index());
                filenames.add(item.filename());
            }
        }
        return new Exclusions(indexes, filenames);
    }

    private SetView visible(Caller caller, long id) {
        try {
            return sets.require(caller, id);
        } catch (Problem notThere) {
            throw Problem.invalid("excludeSets", "there is no set with the id " + id);
        }
    }

    private record Hashed(int rows, String sha256) {}

    private Hashed readTraining(AffectNetOrder order, @Nullable Path training, Candidates candidates)
            throws IOException {
        String field = training == null ? "trainingPath" : "training";
        try (InputStream file = training == null
                        ? folder.open(field, String.valueOf(order.trainingPath()))
                        : Files.newInputStream(training);
                DigestInputStream in = Sha256.through(file)) {
            int rows = TrainingCsv.read(field, in, candidates::offer);
            return new Hashed(rows, Sha256.of(in));
        }
    }

    private static String readPredictions(AffectNetOrder order, Path predictions, Candidates candidates)
            throws IOException {
        try (InputStream file = Files.newInputStream(predictions);
                DigestInputStream in = Sha256.through(file)) {
            PredictionsCsv.read("predictions", in, order.wish().rule(), candidates);
            return Sha256.of(in);
        }
    }

    /** Cropping takes its time and needs no transaction; the crops wait on the disk, so that a large set fits in memory. */
    private SetView store(
            Caller caller,
            StudyView study,
            AffectNetOrder order,
            List<Chosen> chosen,
            ImageFolder images,
            SetSource source)
            throws IOException {
        try (PictureSpool spool = new PictureSpool()) {
            Map<String, Picture> cropped = crop(chosen, images, order.margin(), spool);
            List<ManifestRow> rows = chosen.stream()
                    .map(Chosen::row)
                    .map(row -> new ManifestRow(row.line(), row.index(), row.filename(), row.label()))
                    .toList();
            return sets.store(
                    caller,
                    study,
                    order.number(),
                    order.kind(),
                    new SetUpload(rows, cropped),
                    filename -> spool.read(Objects.requireNonNull(cropped.get(filename))),
                    set -> provenance.insert(set.id(), source, chosen));
        }
    }

    private Map<String, Picture> crop(List<Chosen> chosen, ImageFolder images, double margin, PictureSpool spool)
            throws IOException {
        List<Fault> faults = new ArrayList<>();
        Map<String, Picture> cropped = new HashMap<>();
        for (Chosen one : chosen) {
            TrainingRow row = one.row();
            FaceBox box = Objects.requireNonNull(row.box());
            try {
                byte[] face = crops.cut(
                        images.read(row.path()), new Rectangle(box.x(), box.y(), box.width(), box.height()), margin);
                Picture picture = pictures.examine(face);
                spool.keep(picture, face);
                cropped.put(row.filename(), picture);
            } catch (UnfitImageException unfit) {
                String message = unfit.getMessage() + " (row " + row.index() + ", counted from 0)";
                faults.add(new Fault("images", row.path(), (long) row.line(), null, message));
                if (faults.size() >= MOST_FAULTS) {
                    break;
                }
            }
        }
        if (!faults.isEmpty()) {
            throw Problem.invalid(faults);
        }
        return cropped;
    }
}
