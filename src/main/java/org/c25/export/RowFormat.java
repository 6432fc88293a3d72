package org.c25.export;

import java.io.IOException;
import org.c25.ratings.RatingMatrix;
import org.c25.sets.Item;
import org.jspecify.annotations.Nullable;

/** Writes a file while the rating matrix is read, one image after the other. */
interface RowFormat {

    /**
     * Writes the row of one image.
     *
     * @param cells one per slot, null where there is no answer; the array is used again for the next row
     */
    void row(Item item, RatingMatrix.@Nullable Cell[] cells) throws IOException;
}
