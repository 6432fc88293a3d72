package org.c25.ratings;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** The position of each item in its set. */
public final class ItemPositions {

    private final long[] ids;
    private final int[] positions;

    /** @param byPosition the items' ids in the order of the set */
    public ItemPositions(long[] byPosition) {
        positions = IntStream.range(0, byPosition.length)
                .boxed()
                .sorted(Comparator.comparingLong(position -> byPosition[position]))
                .mapToInt(Integer::intValue)
                .toArray();
        ids = byPosition.clone();
        Arrays.sort(ids);
    }

    public int count() {
        return ids.length;
    }

    /** Returns the position of an item; −1 if it is of another set. */
    public int of(long itemId) {
        int place = Arrays.binarySearch(ids, itemId);
        return place < 0 ? -1 : positions[place];
    }
}
