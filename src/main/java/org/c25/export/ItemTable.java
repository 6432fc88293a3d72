package org.c25.export;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import org.c25.common.CsvLine;
import org.c25.ratings.ItemPositions;
import org.c25.sets.Sets;

/**
 * Index and file name of a set's images, by id; some forty bytes per image. A file with one row per answer names each
 * image once for every person, and a join in the database takes longer than all the rest of the file.
 */
final class ItemTable {

    private final ItemPositions positions;
    private final long[] indexes;
    private final int[] ends;
    private final byte[] names;

    private ItemTable(Sets sets, long setId) {
        this.positions = new ItemPositions(sets.itemIds(setId));
        this.indexes = new long[positions.count()];
        this.ends = new int[positions.count()];
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        sets.forEachItem(setId, 0, positions.count(), item -> {
            bytes.writeBytes(item.filename().getBytes(UTF_8));
            indexes[item.position()] = item.index();
            ends[item.position()] = bytes.size();
        });
        this.names = bytes.toByteArray();
    }

    static ItemTable of(Sets sets, long setId) {
        return new ItemTable(sets, setId);
    }

    /** Returns the index of an item. */
    long index(long id) {
        return indexes[positions.of(id)];
    }

    /** Puts index and file name into the line. */
    void add(CsvLine line, long id) {
        int place = positions.of(id);
        int start = place == 0 ? 0 : ends[place - 1];
        line.add(indexes[place]).add(new String(names, start, ends[place] - start, UTF_8));
    }
}
