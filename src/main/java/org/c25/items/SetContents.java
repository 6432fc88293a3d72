package org.c25.items;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.c25.accounts.Caller;
import org.c25.audit.Audit;
import org.c25.common.Fault;
import org.c25.common.Problem;
import org.c25.images.ImageStore;
import org.c25.images.Picture;
import org.c25.images.Pictures;
import org.c25.images.UnfitImageException;
import org.c25.manifests.Manifest;
import org.c25.sets.ImageSet;
import org.c25.sets.Item;
import org.c25.sets.Items;
import org.c25.sets.SetPeople;
import org.c25.sets.SetState;
import org.c25.sets.SetView;
import org.c25.sets.Sets;
import org.c25.sets.StoredItems;
import org.c25.sets.WholeItem;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Changes the images of a set before anybody has seen it. It locks the set's row first, as opening the set and
 * importing answers do. Of two changes at the same moment, the second finds the set as the first left it. Stored
 * pictures stay: another set may show them.
 */
@Service
@Transactional
class SetContents {

    private final Sets sets;
    private final Items items;
    private final StoredItems stored;
    private final ItemChanges changes;
    private final Pictures pictures;
    private final ImageStore store;
    private final SetPeople people;
    private final Audit audit;

    SetContents(
            Sets sets,
            Items items,
            StoredItems stored,
            ItemChanges changes,
            Pictures pictures,
            ImageStore store,
            SetPeople people,
            Audit audit) {
        this.sets = sets;
        this.items = items;
        this.stored = stored;
        this.changes = changes;
        this.pictures = pictures;
        this.store = store;
        this.people = people;
        this.audit = audit;
    }

    /** Whether images can still be removed and replaced. */
    @Transactional(readOnly = true)
    boolean isChangeable(SetView set) {
        return set.state() == SetState.DRAFT && !people.anyIn(set.id());
    }

    /**
     * Locks the set until the transaction ends.
     *
     * @throws Problem 409 if images can't be removed or replaced any more
     */
    ImageSet changing(Caller caller, long setId) {
        ImageSet set = sets.changing(caller, setId);
        set.requireUnopened();
        if (people.anyIn(setId)) {
            throw Problem.conflict(
                    "There are answers to this set already, so its images stay as they are. Make another set.");
        }
        return set;
    }

    /**
     * Removes images; the images after them move up.
     *
     * @param indexes at least one
     * @return their file names, and the name of the deed
     * @throws Problem 404 if one of them is not in the set, 409 if none would be left or the set has been opened
     */
    Removed remove(Caller caller, long setId, Collection<Long> indexes) {
        ImageSet set = changing(caller, setId);
        if (indexes.isEmpty()) {
            throw Problem.invalid("index", "is missing: choose one image or more");
        }
        Set<Long> wanted = new HashSet<>(indexes);
        List<WholeItem> whole = stored.of(setId, wanted);
        List<Item> leaving = whole.stream().map(WholeItem::item).toList();
        if (leaving.size() < wanted.size()) {
            throw Problem.notFound("image in the set");
        }
        set.shrinkBy(leaving.size());
        items.remove(setId, leaving);
        String deed = changes.removed(setId, whole);
        List<String> filenames = leaving.stream().map(Item::filename).toList();
        for (Item item : leaving) {
            audit.record(
                    caller.getUsername(), "image removed", "set " + setId, item.filename() + ", index " + item.index());
        }
        return new Removed(filenames, deed);
    }

    /** The file names of images that were removed, and the name of the deed, by which it can be undone. */
    record Removed(List<String> filenames, String deed) {}

    /** An item that is in the place of another, and the name of the deed that put it there. */
    record Replaced(Item item, String deed) {}

    /**
     * Puts a picture that was sent in the place of another. Position, index and AffectNet's labels stay.
     *
     * @param filename null to keep it
     * @throws Problem 404 if there is no such image, 409 if the set has been opened, 422 if the picture or the name is
     *     unfit
     */
    Replaced replace(Caller caller, long setId, long index, @Nullable String filename, byte[] bytes) {
        ImageSet set = changing(caller, setId);
        if (!set.view().pictures()) {
            throw Problem.conflict("The set was made without images, so there is nothing to replace.");
        }
        Item item = require(setId, index);
        String name = filename == null || filename.isBlank() ? item.filename() : filename.strip();
        if (!Manifest.isBare(name)) {
            throw Problem.invalid("filename", Manifest.BARE + name);
        }
        byte[] kept = asStored(bytes);
        Picture picture = examine(kept);
        WholeItem before = whole(setId, index);
        try {
            items.replacePicture(item.id(), name, picture);
        } catch (DataIntegrityViolationException e) {
            throw Problem.invalid("filename", name + " is in the set already; choose another name");
        }
        String deed = changes.replaced(setId, ItemChanges.Kind.REPLACED, before, index, name);
        audit.record(
                caller.getUsername(),
                "image replaced",
                "set " + setId,
                item.filename() + ", index " + index + (name.equals(item.filename()) ? "" : ", is " + name + " now"));
        store.put(picture.hash(), kept);
        return new Replaced(require(setId, index), deed);
    }

    /** Returns an item with all that is stored of it; 404 if there is no such item. */
    WholeItem whole(long setId, long index) {
        return stored.of(setId, Set.of(index)).stream()
                .findFirst()
                .orElseThrow(() -> Problem.notFound("image in the set"));
    }

    private byte[] asStored(byte[] bytes) {
        try {
            return pictures.asStored(bytes);
        } catch (UnfitImageException unfit) {
            throw refused(unfit);
        }
    }

    private Picture examine(byte[] bytes) {
        try {
            return pictures.examine(bytes);
        } catch (UnfitImageException unfit) {
            throw refused(unfit);
        }
    }

    private static Problem refused(UnfitImageException unfit) {
        return Problem.invalid(List.of(Fault.inField("image", String.valueOf(unfit.getMessage()))));
    }

    /**
     * Returns an item.
     *
     * @throws Problem 404 if there is no such item
     */
    @Transactional(readOnly = true)
    Item require(long setId, long index) {
        return items.find(setId, index).orElseThrow(() -> Problem.notFound("image in the set"));
    }
}
