package org.c25.items;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.c25.affectnet.Exclusions;
import org.c25.common.Moments;
import org.c25.sets.ImageUse;
import org.c25.sets.Item;
import org.c25.sets.SetDeleted;
import org.c25.sets.WholeItem;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The changes made by hand in a set since it was made. */
@Component
class ItemChanges implements ImageUse {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcClient jdbc;
    private final Clock clock;

    ItemChanges(JdbcClient jdbc, Clock clock) {
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
     * @param deed names the deed that it is a part of; null if nobody can undo it
     * @param undoneAt when it was undone; null if it was not
     */
    record Change(
            Kind kind,
            Instant at,
            int position,
            long index,
            String filename,
            @Nullable Long newIndex,
            @Nullable String newFilename,
            @Nullable String deed,
            @Nullable Instant undoneAt) {}

    /**
     * Stores that items were removed.
     *
     * @return the name of the deed
     */
    String removed(long setId, List<WholeItem> leaving) {
        String deed = UUID.randomUUID().toString();
        leaving.forEach(item -> insert(setId, deed, Kind.REMOVED, item, null, null));
        return deed;
    }

    /**
     * Stores that an item was replaced.
     *
     * @return the name of the deed
     */
    String replaced(long setId, Kind kind, WholeItem before, long newIndex, String newFilename) {
        String deed = UUID.randomUUID().toString();
        insert(setId, deed, kind, before, newIndex, newFilename);
        return deed;
    }

    /** Stores that items were removed, in a way that nobody undoes. */
    void removedForGood(long setId, List<WholeItem> leaving) {
        leaving.forEach(item -> insert(setId, null, Kind.REMOVED, item, null, null));
    }

    /** Lets nobody undo the changes so far any more: the order of the set is another one. */
    void close(long setId) {
        jdbc.sql("update item_change set deed = null where set_id = ? and undone_at is null")
                .param(setId)
                .update();
    }

    private void insert(
            long setId,
            @Nullable String deed,
            Kind kind,
            WholeItem before,
            @Nullable Long newIndex,
            @Nullable String newFilename) {
        Item item = before.item();
        jdbc.sql("""
                        insert into item_change (set_id, kind, at, position, source_index, filename, image_hash,
                            new_source_index, new_filename, deed, item)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(setId, kind.name(), now(), item.position(), item.index(), item.filename())
                .params(new @Nullable Object[] {item.imageHash(), newIndex, newFilename})
                .params(new @Nullable Object[] {deed, JSON.writeValueAsString(before)})
                .update();
    }

    /** Returns the items as they were before a deed, by position. */
    List<WholeItem> before(long setId, String deed) {
        return jdbc
                .sql("select item from item_change where set_id = ? and deed = ? order by position")
                .params(setId, deed)
                .query(String.class)
                .list()
                .stream()
                .map(item -> JSON.readValue(item, WholeItem.class))
                .toList();
    }

    void undone(long setId, String deed) {
        jdbc.sql("update item_change set undone_at = ? where set_id = ? and deed = ?")
                .params(now(), setId, deed)
                .update();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    /** Returns the changes of a set in the order in which they were made. */
    List<Change> of(long setId) {
        return jdbc.sql("select * from item_change where set_id = ? order by id")
                .param(setId)
                .query((row, n) -> new Change(
                        Kind.valueOf(row.getString("kind")),
                        Moments.in(row, "at"),
                        row.getInt("position"),
                        row.getLong("source_index"),
                        row.getString("filename"),
                        (Long) row.getObject("new_source_index"),
                        row.getString("new_filename"),
                        row.getString("deed"),
                        Moments.inOrNull(row, "undone_at")))
                .list();
    }

    /** Returns the last deed of a set that was not undone; empty if there is none, or it is from before they were kept. */
    Optional<String> last(long setId) {
        return of(setId).stream()
                .filter(change -> change.undoneAt() == null)
                .reduce((one, next) -> next)
                .map(Change::deed);
    }

    /** Returns the images that somebody did not want in the set. */
    Exclusions unwanted(long setId) {
        Set<Long> indexes = new HashSet<>();
        Set<String> filenames = new HashSet<>();
        for (Change change : of(setId)) {
            if (change.kind() != Kind.REPLACED && change.undoneAt() == null) {
                indexes.add(change.index());
                filenames.add(change.filename());
            }
        }
        return new Exclusions(indexes, filenames);
    }

    /** Forgets the changes of a deleted set. */
    @EventListener
    @Order(SetDeleted.FIRST)
    void delete(SetDeleted deleted) {
        jdbc.sql("delete from item_change where set_id = ?")
                .param(deleted.set().id())
                .update();
    }

    /** Pictures of images that were removed or replaced are there for those who undo it. */
    @Override
    public List<String> used(List<String> hashes) {
        return jdbc.sql("select distinct image_hash from item_change where image_hash in (:hashes)")
                .param("hashes", hashes)
                .query(String.class)
                .list();
    }
}
