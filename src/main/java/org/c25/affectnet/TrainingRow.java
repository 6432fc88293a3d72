package org.c25.affectnet;

import java.util.Optional;
import org.c25.affect.AffectNetLabel;
import org.c25.affect.Expression;
import org.c25.images.FaceBox;
import org.jspecify.annotations.Nullable;

/**
 * A row of AffectNet's Training.csv without its landmarks; hundreds of thousands are held at once.
 *
 * @param index which row it is, from 0, the header not counted
 * @param line where it stands in the file, from 1
 * @param path such as {@code 689/<56 hex>.jpg}, below AffectNet's folder of images
 * @param box null where AffectNet gives none
 * @param expression AffectNet's code, 0 … 10
 * @param valence −1 … 1, or −2 where undefined
 * @param arousal as valence
 */
public record TrainingRow(
        int index, int line, String path, @Nullable FaceBox box, byte expression, double valence, double arousal) {

    /** The bare file name. */
    public String filename() {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** One of the eight, or empty for none, uncertain and no face. */
    public Optional<Expression> asExpression() {
        return Expression.ofAffectNetCode(expression);
    }

    public AffectNetLabel label() {
        return new AffectNetLabel((int) expression, valence, arousal);
    }
}
