package org.c25.trainer.predict;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * One of the outputs of a network for a batch of pictures.
 *
 * @param name its name in the file; null where it has none, as members of TorchScript's tuples
 * @param shape its shape, the pictures first
 * @param values its numbers, those of a picture in a row
 */
record Output(@Nullable String name, long[] shape, float[] values) {

    /** Returns how many numbers each picture has. */
    int width(int images) {
        return values.length / images;
    }

    /** Whether it has a row of numbers, or one number, for each of so many pictures. */
    boolean isOfEach(int images) {
        return shape.length >= 1 && shape[0] == images;
    }

    @Override
    public String toString() {
        String sides = Arrays.toString(shape);
        return name == null ? sides : name + " " + sides;
    }
}
