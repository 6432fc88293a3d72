package org.c25.items;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.c25.affectnet.Exclusions;
import org.c25.sets.Item;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The changes made by hand in a set since it was made. */
@Component
class ItemChanges {

    private final JdbcTemplate batch;
    private final JdbcClient jdbc;
    private final Clock clock;

    ItemChanges(JdbcTemplate batch, JdbcClient jdbc, Clock clock) {
        this.batch = batch;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The kinds of changes of an item. */
    enum Kind {
        REMOVED,
        /** The image was replaced by a picture that was sent. */
        REPLACED,
        /** The image was replaced by the next image of its class. */
        SUCCEEDED
    }

    /**
     * One change.
     *
     * @param position the item's position at that time, from 0
     * @param newFilename the file name that is there instead; null if the item was removed
     */
    record Change(
            Kind kind,
            Instant at,
            int position,
            long index,
            String filename,
            @Nullable Long newIndex,
            @Nullable String newFilename) {}

    void removed(long setId, List<Item> items) {
        OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
        batch.batchUpdate(
                "insert into item_change (set_id, kind, at, position, source_index, filename, image_hash)"
                        + " values (?, ?, ?, ?, ?, ?, ?)",
                items.stream()
                        .map(item -> new Object[] {
                            setId,
                            Kind.REMOVED.name(),
                            now,
                            item.position(),
                            item.index(),
                            item.filename(),
                            item.imageHash()
                        })
                        .toList());
    }

    void replaced(long setId, Kind kind, Item item, long newIndex, String newFilename) {
        jdbc.sql("""
                        insert into item_change (set_id, kind, at, position, source_index, filename, image_hash,
                            new_source_index, new_filename)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        setId,
                        kind.name(),
                        clock.instant().atOffset(ZoneOffset.UTC),
                        item.position(),
                        item.index(),
                        item.filename(),
                        item.imageHash(),
                        newIndex,
                        newFilename)
                .update();
    }

    /** Returns the changes of a set in the order in which they were made. */
    List<Change> of(long setId) {
        return jdbc.sql("select * from item_change where set_id = ? order by id")
                .param(setId)
                .query((row, n) -> new Change(
                        Kind.valueOf(row.getString("kind")),
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getInt("position"),
                        row.getLong("source_index"),
                        row.getString("filename"),
                        (Long) row.getObject("new_source_index"),
                        row.getString("new_filename")))
                .list();
    }

    /** Returns the images that somebody did not want in the set. */
    Exclusions unwanted(long setId) {
        Set<Long> indexes = new HashSet<>();
        Set<String> filenames = new HashSet<>();
        for (Change change : of(setId)) {
            if (change.kind() != Kind.REPLACED) {
                indexes.add(change.index());
                filenames.add(change.filename());
            }
        }
        return new Exclusions(indexes, filenames);
    }
}
