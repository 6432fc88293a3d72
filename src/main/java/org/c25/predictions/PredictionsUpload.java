package org.c25.predictions;

import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.c25.common.ColumnsRead;
import org.c25.sets.Item;
import org.jspecify.annotations.Nullable;

/**
 * A file of predictions as it was understood.
 *
 * @param predictions at most one per image, each of which says something
 * @param noneOfEight of how many images the file said that none of the eight fits
 * @param sha256 the SHA-256 of the file
 * @param columns which of its columns were read
 */
public record PredictionsUpload(
        List<ImagePrediction> predictions, int noneOfEight, String sha256, ColumnsRead columns) {

    /** Returns the same, with those images marked on which the model was trained. */
    PredictionsUpload trainedOn(Predicate<Item> images) {
        return new PredictionsUpload(
                predictions.stream()
                        .map(one -> one.trainedOn(images.test(one.item())))
                        .toList(),
                noneOfEight,
                sha256,
                columns);
    }

    public int expressions() {
        return count(ImagePrediction::expression);
    }

    public int valences() {
        return count(ImagePrediction::valence);
    }

    public int arousals() {
        return count(ImagePrediction::arousal);
    }

    private int count(Function<ImagePrediction, @Nullable Object> what) {
        return (int) predictions.stream().filter(one -> what.apply(one) != null).count();
    }
}
