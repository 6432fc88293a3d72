package org.c25.items;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.c25.affect.Expression;
import org.c25.affectnet.AffectNetReader;
import org.c25.affectnet.AffectNetSource;
import org.c25.affectnet.AffectNetSources;
import org.c25.affectnet.Candidates;
import org.c25.affectnet.ChosenImages.Chosen;
import org.c25.affectnet.Exclusions;
import org.c25.affectnet.FaceCutter;
import org.c25.affectnet.SelectionCriteria;
import org.c25.affectnet.SelectionRule;
import org.c25.common.Problem;
import org.c25.common.UploadProgress;
import org.c25.images.AffectNetFolder;
import org.c25.images.ImageFolder;
import org.c25.images.Picture;
import org.c25.images.PictureSpool;
import org.c25.images.UnfitImageException;
import org.c25.sets.Item;
import org.c25.sets.SetView;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Finds the image that would have been in a set if another had not: the next of its class by the set's rule, seed and
 * exclusions. An image that was taken out of the set by hand does not come back.
 */
@Component
public class AffectNetSuccessors {

    /** How many unfit images are passed over, until somebody is told. */
    private static final int MOST_UNFIT = 100;

    private final AffectNetSources affectNetSources;
    private final ItemChanges changes;
    private final AffectNetFolder folder;
    private final AffectNetReader reader;
    private final FaceCutter cutter;

    AffectNetSuccessors(
            AffectNetSources affectNetSources,
            ItemChanges changes,
            AffectNetFolder folder,
            AffectNetReader reader,
            FaceCutter cutter) {
        this.affectNetSources = affectNetSources;
        this.changes = changes;
        this.folder = folder;
        this.reader = reader;
        this.cutter = cutter;
    }

    /** The image that comes next, and its face. */
    public record Successor(Chosen chosen, Picture picture, byte[] bytes) {}

    /**
     * The needs of a replacement by the next image of the class.
     *
     * @param impossible why it is not possible; null if it is
     * @param training why Training.csv has to be sent; null if it lies on the server
     * @param predictions whether the models' predictions have to be sent again
     */
    record Needs(@Nullable String impossible, @Nullable String training, boolean predictions) {}

    /**
     * Tells what a replacement needs.
     *
     * @param source null for a set that was not chosen from AffectNet
     */
    Needs needs(@Nullable AffectNetSource source, @Nullable Expression expression) {
        if (source == null) {
            return new Needs("The set was not chosen from AffectNet, so no image is the next one.", null, false);
        }
        if (expression == null) {
            return new Needs("The image has none of AffectNet's eight classes.", null, false);
        }
        try {
            folder.images("images", source.parameters().images());
        } catch (Problem | IOException notThere) {
            return new Needs(
                    "The folder from which this set's images came is not on this server any more.", null, false);
        }
        return new Needs(null, whyTrainingIsNeeded(source), source.rule() != SelectionRule.RANDOM);
    }

    private @Nullable String whyTrainingIsNeeded(AffectNetSource source) {
        String path = source.parameters().trainingPath();
        if (path == null) {
            return "Training.csv was sent when the set was made, and is not kept. Send it again.";
        }
        try {
            if (!folder.isFolder(path)) {
                folder.open("trainingPath", path).close();
            }
            return null;
        } catch (Problem | IOException gone) {
            return "Training.csv is not at " + path + " on this server any more. Send it.";
        }
    }

    /**
     * Finds the successor of an image.
     *
     * @param training Training.csv, if it was sent
     * @param predictions what models say of the images, for a set of confusing ones
     * @throws Problem 409 if no image is left or there can be none, 422 if a file is missing or is another one
     */
    Successor find(SetView set, Item item, @Nullable Path training, @Nullable Path predictions, UploadProgress progress)
            throws IOException {
        AffectNetSource source = affectNetSources.of(set.id()).orElse(null);
        Expression own = item.label().asExpression().orElse(null);
        Needs needs = needs(source, own);
        if (needs.impossible() != null || source == null || own == null) {
            throw Problem.conflict(needs.impossible() + " Send a picture in its place, or remove it.");
        }
        if (training == null && needs.training() != null) {
            throw Problem.invalid("training", "is missing: " + needs.training());
        }
        if (predictions == null && needs.predictions()) {
            throw Problem.invalid("predictions", "are missing: they are not kept; send the same file again");
        }
        AffectNetSource.Parameters parameters = source.parameters();
        SelectionCriteria criteria =
                new SelectionCriteria(source.rule(), Set.of(own), 1, source.seed(), parameters.minimumFace());
        Candidates candidates =
                new Candidates(criteria, exclusions(set.id(), parameters.excludeSets()), parameters.wholePicture());
        AffectNetReader.Hashed read = reader.training(training, parameters.trainingPath(), candidates, progress);
        requireSame(training == null ? "trainingPath" : "training", read.sha256(), source.trainingSha256());
        if (predictions != null && needs.predictions()) {
            String hash = reader.predictions(predictions, source.rule(), parameters.models(), candidates, progress)
                    .sha256();
            requireSame("predictions", hash, String.valueOf(source.predictionsSha256()));
        }
        if (candidates.choose().chosen().isEmpty()) {
            throw Problem.conflict("No other image of the class " + own.english()
                    + " is left to choose from. Send a picture in its place, or remove it.");
        }
        return cropped(candidates, parameters, progress);
    }

    private Exclusions exclusions(long setId, List<Long> others) {
        List<Long> all = new ArrayList<>(others);
        all.add(setId);
        Exclusions there = reader.imagesOf(all);
        Exclusions unwanted = changes.unwanted(setId);
        Set<Long> indexes = new HashSet<>(there.indexes());
        indexes.addAll(unwanted.indexes());
        Set<String> filenames = new HashSet<>(there.filenames());
        filenames.addAll(unwanted.filenames());
        return new Exclusions(indexes, filenames);
    }

    private static void requireSame(String field, String found, String wanted) {
        if (!found.equals(wanted)) {
            throw Problem.invalid(
                    field, "is another file than the one the set was chosen from: its SHA-256 is " + found);
        }
    }

    private Successor cropped(Candidates candidates, AffectNetSource.Parameters parameters, UploadProgress progress)
            throws IOException {
        ImageFolder images = folder.images("images", parameters.images());
        FaceCutter.Cut cut = new FaceCutter.Cut(
                parameters.wholePicture(), parameters.margin(), parameters.minimumFace(), MOST_UNFIT);
        try (PictureSpool spool = new PictureSpool()) {
            FaceCutter.Faces faces = cutter.choose(candidates, images, cut, spool, progress);
            Chosen one = faces.choice().chosen().get(0);
            Picture picture =
                    Objects.requireNonNull(faces.pictures().get(one.row().filename()));
            return new Successor(one, picture, spool.read(picture));
        } catch (UnfitImageException gone) {
            throw new IOException(gone);
        }
    }
}
