package org.c25.export;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Objects;
import org.c25.web.CsvLine;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;

/**
 * Index and file name of a set's images, by id: some forty bytes an image. A file with a row an answer names each image
 * once for every person, and to join them in the database takes longer than all the rest of it.
 */
final class ItemTable {

    private final long[] ids;
    private final long[] indexes;
    private final int[] ends;
    private final byte[] names;

    private ItemTable(JdbcTemplate jdbc, long setId) {
        int count = Objects.requireNonNull(
                jdbc.queryForObject("select count(*) from item where set_id = ?", Integer.class, setId));
        this.ids = new long[count];
        this.indexes = new long[count];
        this.ends = new int[count];
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int[] n = {0};
        jdbc.query(
                "select id, source_index, filename from item where set_id = ? order by id",
                (RowCallbackHandler) row -> {
                    ids[n[0]] = row.getLong(1);
                    indexes[n[0]] = row.getLong(2);
                    bytes.writeBytes(row.getString(3).getBytes(UTF_8));
                    ends[n[0]++] = bytes.size();
                },
                setId);
        this.names = bytes.toByteArray();
    }

    /** @param jdbc fetches in portions */
    static ItemTable of(JdbcTemplate jdbc, long setId) {
        return new ItemTable(jdbc, setId);
    }

    /** Puts index and file name into the line. */
    void add(CsvLine line, long id) {
        int place = Arrays.binarySearch(ids, id);
        int start = place == 0 ? 0 : ends[place - 1];
        line.add(indexes[place]).add(new String(names, start, ends[place] - start, UTF_8));
    }
}
