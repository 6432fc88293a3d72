package org.c25.export;

import java.io.IOException;
import org.c25.ratings.RatingMatrix;
import org.c25.sets.Item;
import org.jspecify.annotations.Nullable;

/** Writes a file while the rating matrix is read, an image after the other. */
interface RowFormat {

    /** @param cells one a slot, null where there is no answer; used again for the next row */
    void row(Item item, RatingMatrix.@Nullable Cell[] cells) throws IOException;
}
