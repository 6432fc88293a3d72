package org.c25.items;

import java.util.List;
import org.c25.accounts.Caller;
import org.c25.audit.Audit;
import org.c25.common.Problem;
import org.c25.sets.ImageSet;
import org.c25.sets.SetView;
import org.c25.sets.StoredItems;
import org.c25.sets.WholeItem;
import org.c25.web.Undo;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Undoes what was changed by hand in a set, the last deed first. Items come back with all that was stored of them and the
 * ids that they had; stored pictures stay as long as the set does, so these are there. What models said of a removed item is lost.
 */
@Service
@Transactional
class ItemUndo {

    private final SetContents contents;
    private final StoredItems items;
    private final ItemChanges changes;
    private final Audit audit;

    ItemUndo(SetContents contents, StoredItems items, ItemChanges changes, Audit audit) {
        this.contents = contents;
        this.items = items;
        this.changes = changes;
        this.audit = audit;
    }

    /** Returns the button that undoes a deed. */
    static Undo of(SetView set, String deed) {
        return Undo.by("/sets/" + set.id() + "/images/changes/" + deed + "/undoing");
    }

    /**
     * Undoes a deed. It may be called again.
     *
     * @throws Problem 404 if there is no such deed, 409 if the images were changed again since, or the set has been opened
     *     or holds answers
     */
    void undo(Caller caller, long setId, String deed) {
        ImageSet set = contents.changing(caller, setId);
        List<ItemChanges.Change> parts = changes.of(setId).stream()
                .filter(change -> deed.equals(change.deed()))
                .toList();
        if (parts.isEmpty()) {
            throw Problem.notFound("change");
        }
        if (parts.get(0).undoneAt() != null) {
            return;
        }
        if (changes.last(setId).filter(deed::equals).isEmpty()) {
            throw Problem.conflict("The images were changed again since. Undo the later changes first.");
        }
        List<WholeItem> before = changes.before(setId, deed);
        if (parts.get(0).kind() == ItemChanges.Kind.REMOVED) {
            items.putBack(setId, before);
            set.growBy(before.size());
        } else {
            before.forEach(item -> items.restore(setId, item));
        }
        changes.undone(setId, deed);
        for (WholeItem one : before) {
            String name = one.item().filename() + ", index " + one.item().index();
            audit.record(caller.getUsername(), "image put back", "set " + setId, name);
        }
    }
}
