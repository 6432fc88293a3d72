package org.c25.affectnet;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.Collection;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.c25.common.Problem;
import org.c25.common.Sha256;
import org.c25.common.UploadProgress;
import org.c25.images.AffectNetFolder;
import org.c25.sets.Item;
import org.c25.sets.Items;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads AffectNet's rows and the models' predictions. */
@Component
public class AffectNetReader {

    private static final int ROWS_BETWEEN_WORDS = 10_000;

    private final AffectNetFolder folder;
    private final Items items;

    AffectNetReader(AffectNetFolder folder, Items items) {
        this.folder = folder;
        this.items = items;
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
     * Reads Training.csv, or the annotations that take its place, and offers the rows to the candidates.
     *
     * @param training Training.csv; null if it is to be read at the path below the server's folder
     * @throws Problem with what is wrong, by line and column
     */
    public Hashed training(
            @Nullable Path training, @Nullable String path, Candidates candidates, UploadProgress progress)
            throws IOException {
        String field = training == null ? "trainingPath" : "training";
        progress.tell("Reading Training.csv");
        if (training == null && folder.isFolder(path)) {
            MessageDigest digest = Sha256.digest();
            int images =
                    AnnotationFolder.read(field, folder.images(field, String.valueOf(path)), digest, candidates::offer);
            return new Hashed(images, HexFormat.of().formatHex(digest.digest()));
        }
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

    /** What was read of the predictions, and the file's SHA-256. */
    public record HashedPredictions(PredictionsCsv.Read read, String sha256) {}

    /**
     * Reads the models' predictions and gives them to the candidates.
     *
     * @param models the names of the models to be read; empty for every column that may be one
     */
    public HashedPredictions predictions(
            Path predictions, SelectionRule rule, List<String> models, Candidates candidates, UploadProgress progress)
            throws IOException {
        progress.tell("Reading the predictions");
        try (InputStream file = Files.newInputStream(predictions);
                DigestInputStream in = Sha256.through(file)) {
            PredictionsCsv.Read read = PredictionsCsv.read("predictions", in, rule, models, candidates);
            return new HashedPredictions(read, Sha256.of(in));
        }
    }
}
