package org.c25.affectnet;

import java.awt.Rectangle;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.c25.affectnet.ChosenImages.Chosen;
import org.c25.common.Fault;
import org.c25.common.Problem;
import org.c25.common.Sha256;
import org.c25.common.UploadProgress;
import org.c25.images.AffectNetFolder;
import org.c25.images.Crops;
import org.c25.images.FaceBox;
import org.c25.images.ImageFolder;
import org.c25.images.Picture;
import org.c25.images.PictureSpool;
import org.c25.images.Pictures;
import org.c25.images.UnfitImageException;
import org.c25.sets.Item;
import org.c25.sets.Items;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads AffectNet's rows, the models' predictions, and the faces themselves. */
@Component
public class AffectNetReader {

    private static final int MOST_FAULTS = 100;
    private static final int ROWS_BETWEEN_WORDS = 10_000;

    private final AffectNetFolder folder;
    private final Items items;
    private final Crops crops;
    private final Pictures pictures;

    AffectNetReader(AffectNetFolder folder, Items items, Crops crops, Pictures pictures) {
        this.folder = folder;
        this.items = items;
        this.crops = crops;
        this.pictures = pictures;
    }

    /** Returns the images of these sets, as exclusions. */
    public Exclusions imagesOf(Collection<Long> setIds) {
        Set<Long> indexes = new HashSet<>();
        Set<String> filenames = new HashSet<>();
        for (long id : setIds) {
            for (Item item : items.of(id)) {
                indexes.add(item.index());
                filenames.add(item.filename());
            }
        }
        return new Exclusions(indexes, filenames);
    }

    /** The number of rows of a file, and its hash. */
    public record Hashed(int rows, String sha256) {}

    /**
     * Reads Training.csv and offers its rows to the candidates.
     *
     * @param training Training.csv; null if it is to be read at the path below the server's folder
     * @throws Problem with what is wrong, by line and column
     */
    public Hashed training(
            @Nullable Path training, @Nullable String path, Candidates candidates, UploadProgress progress)
            throws IOException {
        String field = training == null ? "trainingPath" : "training";
        progress.tell("Reading Training.csv");
        try (InputStream file =
                        training == null ? folder.open(field, String.valueOf(path)) : Files.newInputStream(training);
                DigestInputStream in = Sha256.through(file)) {
            int rows = TrainingCsv.read(field, in, row -> {
                candidates.offer(row);
                if (row.index() % ROWS_BETWEEN_WORDS == 0 && row.index() > 0) {
                    progress.tell(String.format(Locale.ROOT, "Reading Training.csv: %,d rows", row.index()));
                }
            });
            return new Hashed(rows, Sha256.of(in));
        }
    }

    /**
     * Reads the models' predictions and gives them to the candidates.
     *
     * @return the file's SHA-256
     */
    public String predictions(Path predictions, SelectionRule rule, Candidates candidates, UploadProgress progress)
            throws IOException {
        progress.tell("Reading the predictions");
        try (InputStream file = Files.newInputStream(predictions);
                DigestInputStream in = Sha256.through(file)) {
            PredictionsCsv.read("predictions", in, rule, candidates);
            return Sha256.of(in);
        }
    }

    /**
     * Cuts the faces out of their images.
     *
     * @param spool the folder on disk that holds the crops until they are stored, so that a large set fits in memory
     * @return the crops, by file name
     * @throws Problem naming each image that is missing or damaged, by row and file; cropping stops after about a
     *     hundred
     */
    public Map<String, Picture> crop(
            List<Chosen> chosen, ImageFolder images, double margin, PictureSpool spool, UploadProgress progress)
            throws IOException {
        List<Fault> faults = new ArrayList<>();
        Map<String, Picture> cropped = new HashMap<>();
        int done = 0;
        for (Chosen one : chosen) {
            progress.tell("Cropping the faces", done++, chosen.size());
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
