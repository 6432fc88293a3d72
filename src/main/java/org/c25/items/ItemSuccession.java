package org.c25.items;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.c25.accounts.Caller;
import org.c25.affect.AffectNetLabel;
import org.c25.affectnet.TrainingRow;
import org.c25.audit.Audit;
import org.c25.common.Problem;
import org.c25.common.UploadProgress;
import org.c25.images.ImageStore;
import org.c25.sets.Item;
import org.c25.sets.Items;
import org.c25.sets.NewItem;
import org.c25.sets.SetView;
import org.c25.sets.WholeItem;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Puts the next image of its class in the place of one that is not wanted, by the set's own rule, seed and exclusions.
 * The set comes from AffectNet, and nobody has seen it.
 */
@Service
class ItemSuccession {

    private static final Comparator<Item> CLASS_ORDER = Comparator.comparing(ItemSuccession::className)
            .thenComparing(item -> item.filename().getBytes(StandardCharsets.UTF_8), Arrays::compareUnsigned);

    private final SetContents contents;
    private final Items items;
    private final ItemChanges changes;
    private final AffectNetSuccessors successors;
    private final ImageStore store;
    private final TransactionTemplate transaction;
    private final Audit audit;

    ItemSuccession(
            SetContents contents,
            Items items,
            ItemChanges changes,
            AffectNetSuccessors successors,
            ImageStore store,
            TransactionTemplate transaction,
            Audit audit) {
        this.contents = contents;
        this.items = items;
        this.changes = changes;
        this.successors = successors;
        this.store = store;
        this.transaction = transaction;
        this.audit = audit;
    }

    /**
     * Puts the next image of its class in the place of another. If the items stand in AffectNet's order, it moves the
     * image to its position in that order. It looks for the image before it locks the set, because reading Training.csv
     * takes its time.
     *
     * @throws Problem 404 if there is no such image, 409 if the set has been opened or no image is left, 422 if a file
     *     is missing or not the one that the set was chosen from
     */
    SetContents.Replaced succeed(
            Caller caller,
            long setId,
            long index,
            @Nullable Path training,
            @Nullable Path predictions,
            UploadProgress progress)
            throws IOException {
        SetView set =
                transaction.execute(status -> contents.changing(caller, setId).view());
        AffectNetSuccessors.Successor next =
                successors.find(set, contents.require(setId, index), training, predictions, progress);
        return transaction.execute(status -> put(caller, setId, index, next));
    }

    private SetContents.Replaced put(Caller caller, long setId, long index, AffectNetSuccessors.Successor next) {
        contents.changing(caller, setId);
        List<Item> before = items.of(setId);
        WholeItem whole = contents.whole(setId, index);
        Item item = whole.item();
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
        String deed = changes.replaced(
                setId, ItemChanges.Kind.SUCCEEDED, whole, next.chosen().row().index(), name);
        audit.record(
                caller.getUsername(),
                "image replaced",
                "set " + setId,
                item.filename() + ", index " + index + ", by the next of its class: " + name + ", index "
                        + next.chosen().row().index());
        store.put(next.picture().hash(), next.bytes());
        return new SetContents.Replaced(
                contents.require(setId, next.chosen().row().index()), deed);
    }

    private static NewItem newItem(AffectNetSuccessors.Successor next) {
        TrainingRow row = next.chosen().row();
        return new NewItem(
                row.index(),
                row.filename(),
                next.picture(),
                new AffectNetLabel((int) row.expression(), row.valence(), row.arousal()),
                next.chosen().score(),
                row.box());
    }

    private static boolean isInOrder(List<Item> all) {
        return all.stream().sorted(CLASS_ORDER).collect(Collectors.toList()).equals(all);
    }

    private static String className(Item item) {
        return item.label().asExpression().map(one -> one.english()).orElse("");
    }
}
