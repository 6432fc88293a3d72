package org.c25.affectnet;

import java.util.Optional;
import org.c25.affect.AffectNetLabel;
import org.c25.affect.Expression;
import org.c25.images.FaceBox;
import org.jspecify.annotations.Nullable;

/**
 * A row of AffectNet's Training.csv without its landmarks. It is small, since hundreds of thousands are held at once.
 *
 * @param index the number of the row, from 0, the header not counted
 * @param line the number of its line in the file, from 1
 * @param path the path of the image below AffectNet's folder of images, such as {@code 689/<56 hex>.jpg}
 * @param box the face box; null where AffectNet gives none
 * @param expression AffectNet's code, 0 … 10
 * @param valence −1 … 1, or −2 where AffectNet has it undefined
 * @param arousal as for the valence
 */
public record TrainingRow(
        int index, int line, String path, @Nullable FaceBox box, byte expression, double valence, double arousal) {

    /** Returns the bare file name of the image. */
    public String filename() {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** Returns one of the eight expressions, or empty for none, uncertain and no face. */
    public Optional<Expression> asExpression() {
        return Expression.ofAffectNetCode(expression);
    }

    public AffectNetLabel label() {
        return new AffectNetLabel((int) expression, valence, arousal);
    }
}
