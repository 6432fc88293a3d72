package org.c25.predictions;

import java.io.IOException;
import java.io.InputStream;
import java.security.DigestInputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.c25.affect.Dimension;
import org.c25.affect.Expression;
import org.c25.common.ColumnsRead;
import org.c25.common.CsvTable;
import org.c25.common.CsvText;
import org.c25.common.FaultList;
import org.c25.common.Problem;
import org.c25.common.Sha256;
import org.c25.sets.Item;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a model says of a set's images: a CSV with {@code index} or {@code filename}, or both, and at least one of
 * {@code expression}, {@code valence} and {@code arousal}; a column for each of the eight expressions may stand in
 * place of {@code expression}, or any of them beside it. {@code clamped} says which values the model had to be cut to;
 * with that column, what stands in a column of an expression must be a score. It passes over every other column.
 */
final class UploadedPredictions {

    static final String FIELD = "predictions";

    private final Map<Long, Item> byIndex = new HashMap<>();
    private final Map<String, Item> byFilename = new HashMap<>();
    private final FaultList faults = new FaultList(FIELD);
    private final List<ImagePrediction> predictions = new ArrayList<>();
    private final Map<Item, Long> lines = new HashMap<>();
    private int noneOfEight;
    private ColumnsRead columns = new ColumnsRead(List.of(), List.of());

    private UploadedPredictions(List<Item> items) {
        for (Item item : items) {
            byIndex.put(item.index(), item);
            byFilename.put(CsvText.clean(item.filename()), item);
        }
    }

    /**
     * Reads a whole file.
     *
     * @param items all items of the set
     * @throws Problem 422 with everything that is wrong, by line and column
     */
    static PredictionsUpload read(InputStream in, List<Item> items, LabelScheme scheme) throws IOException {
        UploadedPredictions upload = new UploadedPredictions(items);
        DigestInputStream bytes = Sha256.through(in);
        CsvTable.read(bytes, "a header and a line for each image", upload.faults, table -> {
            PredictionsHeader header = PredictionsHeader.of(table);
            upload.columns = ColumnsRead.of(table, PredictionsHeader.known());
            return row -> upload.take(header, new PredictionCells(row, scheme));
        });
        upload.faults.refuseIfAny();
        if (upload.predictions.isEmpty()) {
            throw Problem.invalid(FIELD, "says nothing of any image: every cell that could is empty");
        }
        return new PredictionsUpload(upload.predictions, upload.noneOfEight, Sha256.of(bytes), upload.columns);
    }

    private void take(PredictionsHeader header, PredictionCells cells) {
        int before = faults.count();
        Item item = item(header, cells);
        Map<Expression, Double> scores = header.hasExpression() && !header.hasClamped()
                ? cells.scoresIfAny(header.scores())
                : cells.scores(header.scores());
        PredictionCells.Said said = header.hasExpression() ? cells.expression() : PredictionCells.best(scores);
        Double valence = cells.value("valence");
        Double arousal = cells.value("arousal");
        Set<Dimension> clamped = header.hasClamped() ? cells.clamped() : Set.of();
        if (item == null || isSecond(header, item, cells) || faults.count() > before) {
            return;
        }
        noneOfEight += said.noneOfEight() ? 1 : 0;
        ImagePrediction prediction =
                new ImagePrediction(item, said.expression(), valence, arousal, scores, clamped, false);
        if (prediction.saysSomething()) {
            predictions.add(prediction);
        }
    }

    /** Returns the item that a line is about; null if the line names none, or two. */
    private @Nullable Item item(PredictionsHeader header, PredictionCells cells) {
        String filename = cells.filename();
        int before = faults.count();
        Long index = cells.index();
        if (faults.count() > before) {
            return null;
        }
        if (index == null && filename == null) {
            cells.fault(header.key(), "is empty");
            return null;
        }
        Item byNumber = index == null ? null : byIndex.get(index);
        Item byName = filename == null ? null : byFilename.get(filename);
        if (index != null && byNumber == null) {
            cells.fault("index", "the set has no image of index " + index);
        }
        if (filename != null && byName == null) {
            cells.fault("filename", "the set has no image " + filename);
        }
        if (byNumber != null && byName != null && !byNumber.equals(byName)) {
            cells.fault("index", index + " is " + byNumber.filename() + ", not " + filename);
            return null;
        }
        return index == null ? byName : filename == null || byName != null ? byNumber : null;
    }

    private boolean isSecond(PredictionsHeader header, Item item, PredictionCells cells) {
        Long other = lines.putIfAbsent(item, cells.line());
        if (other != null) {
            cells.fault(header.key(), item.filename() + " is in line " + other + " already");
        }
        return other != null;
    }
}
