package org.c25.items;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.c25.accounts.Caller;
import org.c25.affect.AffectNetLabel;
import org.c25.affectnet.TrainingRow;
import org.c25.audit.Audit;
import org.c25.common.Fault;
import org.c25.common.Problem;
import org.c25.common.UploadProgress;
import org.c25.images.ImageStore;
import org.c25.images.Picture;
import org.c25.images.Pictures;
import org.c25.images.UnfitImageException;
import org.c25.sets.ImageSet;
import org.c25.sets.Item;
import org.c25.sets.Items;
import org.c25.sets.Manifest;
import org.c25.sets.NewItem;
import org.c25.sets.SetPeople;
import org.c25.sets.SetState;
import org.c25.sets.SetView;
import org.c25.sets.Sets;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Changes what a set holds before anybody has seen it. The set's row is locked first, as whoever opens it or imports
 * answers does, so that of two at the same moment the second finds things as the first left them. Stored pictures stay:
 * another set may show them.
 */
@Service
@Transactional
class SetContents {

    private static final Comparator<Item> CLASS_ORDER = Comparator.comparing(SetContents::className)
            .thenComparing(item -> item.filename().getBytes(StandardCharsets.UTF_8), Arrays::compareUnsigned);

    private final Sets sets;
    private final Items items;
    private final ItemChanges changes;
    private final Pictures pictures;
    private final ImageStore store;
    private final AffectNetSuccessors successors;
    private final TransactionTemplate transaction;
    private final SetPeople people;
    private final Audit audit;

    SetContents(
            Sets sets,
            Items items,
            ItemChanges changes,
            Pictures pictures,
            ImageStore store,
            AffectNetSuccessors successors,
            TransactionTemplate transaction,
            SetPeople people,
            Audit audit) {
        this.sets = sets;
        this.items = items;
        this.changes = changes;
        this.pictures = pictures;
        this.store = store;
        this.successors = successors;
        this.transaction = transaction;
        this.people = people;
        this.audit = audit;
    }

    /** Whether images can still be removed and replaced. */
    @Transactional(readOnly = true)
    boolean isChangeable(SetView set) {
        return set.state() == SetState.DRAFT && !people.anyIn(set.id());
    }

    /** @throws Problem 409 if images can't be removed or replaced any more */
    private ImageSet changing(Caller caller, long setId) {
        ImageSet set = sets.changing(caller, setId);
        set.requireUnopened();
        if (people.anyIn(setId)) {
            throw Problem.conflict(
                    "There are answers to this set already, so its images stay as they are. Make another set.");
        }
        return set;
    }

    /**
     * Leaves images out; those behind them close up.
     *
     * @param indexes at least one
     * @return their file names
     * @throws Problem 404 if one of them is not in the set, 409 if none would be left or the set has been opened
     */
    List<String> remove(Caller caller, long setId, Collection<Long> indexes) {
        ImageSet set = changing(caller, setId);
        if (indexes.isEmpty()) {
            throw Problem.invalid("index", "is missing: choose one image or more");
        }
        List<Item> leaving = items.of(setId).stream()
                .filter(item -> indexes.contains(item.index()))
                .toList();
        if (leaving.size() < indexes.stream().distinct().count()) {
            throw Problem.notFound("image in the set");
        }
        set.shrinkBy(leaving.size());
        items.remove(setId, leaving);
        changes.removed(setId, leaving);
        List<String> filenames = leaving.stream().map(Item::filename).toList();
        for (Item item : leaving) {
            audit.record(
                    caller.getUsername(), "image removed", "set " + setId, item.filename() + ", index " + item.index());
        }
        return filenames;
    }

    /**
     * Puts a picture that was sent in the place of another. Place, index and AffectNet's labels stay.
     *
     * @param filename null to keep it
     * @throws Problem 404 if there is no such image, 409 if the set has been opened, 422 if the picture or the name is unfit
     */
    Item replace(Caller caller, long setId, long index, @Nullable String filename, byte[] bytes) {
        ImageSet set = changing(caller, setId);
        if (!set.view().pictures()) {
            throw Problem.conflict("The set was made without images, so there is nothing to replace.");
        }
        Item item = require(setId, index);
        String name = filename == null || filename.isBlank() ? item.filename() : filename.strip();
        if (!Manifest.isBare(name)) {
            throw Problem.invalid("filename", Manifest.BARE + name);
        }
        Picture picture = examine(bytes);
        try {
            items.replacePicture(item.id(), name, picture);
        } catch (DataIntegrityViolationException e) {
            throw Problem.invalid("filename", name + " is in the set already; choose another name");
        }
        changes.replaced(setId, ItemChanges.Kind.REPLACED, item, index, name);
        audit.record(
                caller.getUsername(),
                "image replaced",
                "set " + setId,
                item.filename() + ", index " + index + (name.equals(item.filename()) ? "" : ", is " + name + " now"));
        store.put(picture.hash(), bytes);
        return require(setId, index);
    }

    private Picture examine(byte[] bytes) {
        try {
            return pictures.examine(bytes);
        } catch (UnfitImageException unfit) {
            throw Problem.invalid(List.of(Fault.inField("image", String.valueOf(unfit.getMessage()))));
        }
    }

    /**
     * Puts the next image of its class in the place of another, where AffectNet's order has it. It is looked for before the
     * set is locked: reading Training.csv takes its time.
     *
     * @throws Problem 404 if there is no such image, 409 if the set has been opened or no image is left, 422 if a file is
     *     missing or not the one that the set was chosen from
     */
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    Item succeed(
            Caller caller,
            long setId,
            long index,
            @Nullable Path training,
            @Nullable Path predictions,
            UploadProgress progress)
            throws IOException {
        transaction.executeWithoutResult(status -> changing(caller, setId));
        SetView set = sets.require(caller, setId);
        AffectNetSuccessors.Successor next =
                successors.find(set, require(setId, index), training, predictions, progress);
        return transaction.execute(status -> put(caller, setId, index, next));
    }

    private Item put(Caller caller, long setId, long index, AffectNetSuccessors.Successor next) {
        changing(caller, setId);
        List<Item> before = items.of(setId);
        Item item = require(setId, index);
        boolean inOrder = isInOrder(before);
        try {
            items.replace(item.id(), newItem(next));
        } catch (DataIntegrityViolationException e) {
            throw Problem.conflict("The set has changed meanwhile; look at it and try again.");
        }
        if (inOrder) {
            List<Item> sorted = items.of(setId).stream().sorted(CLASS_ORDER).toList();
            int place = sorted.stream().map(Item::id).toList().indexOf(item.id());
            items.move(setId, item.id(), item.position(), place);
        }
        String name = next.chosen().row().filename();
        changes.replaced(
                setId, ItemChanges.Kind.SUCCEEDED, item, next.chosen().row().index(), name);
        audit.record(
                caller.getUsername(),
                "image replaced",
                "set " + setId,
                item.filename() + ", index " + index + ", by the next of its class: " + name + ", index "
                        + next.chosen().row().index());
        store.put(next.picture().hash(), next.bytes());
        return require(setId, next.chosen().row().index());
    }

    private static NewItem newItem(AffectNetSuccessors.Successor next) {
        TrainingRow row = next.chosen().row();
        return new NewItem(
                row.index(),
                row.filename(),
                next.picture(),
                new AffectNetLabel((int) row.expression(), row.valence(), row.arousal()),
                next.chosen().score(),
                Objects.requireNonNull(row.box()));
    }

    private static boolean isInOrder(List<Item> all) {
        return all.stream().sorted(CLASS_ORDER).collect(Collectors.toList()).equals(all);
    }

    private static String className(Item item) {
        return item.label().asExpression().map(one -> one.english()).orElse("");
    }

    private Item require(long setId, long index) {
        return items.find(setId, index).orElseThrow(() -> Problem.notFound("image in the set"));
    }
}
