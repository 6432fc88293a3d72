package org.c25.items;

import java.io.IOException;
import java.io.InputStream;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.c25.accounts.Caller;
import org.c25.affect.AffectNetLabel;
import org.c25.affectnet.AffectNetSources;
import org.c25.audit.Audit;
import org.c25.common.ColumnsRead;
import org.c25.common.CsvLine;
import org.c25.common.FaultList;
import org.c25.common.Numbers;
import org.c25.common.Problem;
import org.c25.manifests.Manifest;
import org.c25.manifests.ManifestRow;
import org.c25.sets.ImageSet;
import org.c25.sets.Item;
import org.c25.sets.Items;
import org.c25.sets.StoredItems;
import org.c25.votes.VoteSources;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The manifest of a set: written from its items, and taken back with another order, other numbers or labels, or without
 * some of the lines, as long as the set has not been opened.
 */
@Service
class SetManifest {

    private final SetContents contents;
    private final Items items;
    private final StoredItems stored;
    private final ItemChanges changes;
    private final AffectNetSources affectNetSources;
    private final VoteSources voteSources;
    private final Audit audit;

    SetManifest(
            SetContents contents,
            Items items,
            StoredItems stored,
            ItemChanges changes,
            AffectNetSources affectNetSources,
            VoteSources voteSources,
            Audit audit) {
        this.contents = contents;
        this.items = items;
        this.stored = stored;
        this.changes = changes;
        this.affectNetSources = affectNetSources;
        this.voteSources = voteSources;
        this.audit = audit;
    }

    /** Writes the manifest; AffectNet's labels are in it if any is known. */
    void write(long setId, Appendable out) throws IOException {
        List<Item> all = items.of(setId);
        boolean labelled = all.stream().anyMatch(item -> !item.label().equals(AffectNetLabel.UNKNOWN));
        CsvLine line = new CsvLine(out);
        line.add("index").add("filename");
        if (labelled) {
            line.add("expression").add("valence").add("arousal");
        }
        line.end();
        for (Item item : all) {
            line.add(item.index()).add(item.filename());
            if (labelled) {
                line.add((Object) item.label().expression())
                        .add((Object) item.label().valence())
                        .add((Object) item.label().arousal());
            }
            line.end();
        }
    }

    /**
     * What was done.
     *
     * @param items how many images the set has now
     * @param removed how many lines were left out
     */
    record Taken(int items, int removed, ColumnsRead columns) {

        String sentence() {
            return "The manifest is taken: " + Numbers.count(items, "image")
                    + (removed == 0 ? "" : ", " + Numbers.whole(removed) + " of before are left out") + ". "
                    + columns.sentence();
        }
    }

    /**
     * Takes a manifest whose lines name images of the set. Columns of labels that it does not have leave the labels as they
     * are.
     *
     * @throws Problem 422 with everything that is wrong, by line; 409 if the set has been opened or holds answers
     */
    @Transactional
    Taken take(Caller caller, long setId, InputStream manifest) throws IOException {
        ImageSet set = contents.changing(caller, setId);
        Manifest.Reading reading = Manifest.read(manifest);
        List<Item> before = items.of(setId);
        Map<String, Item> byName = new HashMap<>();
        before.forEach(item -> byName.put(composed(item.filename()), item));
        boolean chosen =
                affectNetSources.of(setId).isPresent() || voteSources.of(setId).isPresent();
        List<Item> after = after(reading, byName, chosen);
        Set<Long> staying = after.stream().map(Item::id).collect(Collectors.toCollection(HashSet::new));
        List<Item> leaving =
                before.stream().filter(item -> !staying.contains(item.id())).toList();
        changes.close(setId);
        if (!leaving.isEmpty()) {
            set.shrinkBy(leaving.size());
            changes.removedForGood(
                    setId, stored.of(setId, leaving.stream().map(Item::index).collect(Collectors.toSet())));
            items.remove(setId, leaving);
        }
        items.relist(setId, after);
        audit.record(
                caller.getUsername(),
                "manifest replaced",
                "set " + setId,
                Numbers.count(after.size(), "image") + ", " + leaving.size() + " left out");
        return new Taken(after.size(), leaving.size(), reading.columns());
    }

    private static List<Item> after(Manifest.Reading reading, Map<String, Item> byName, boolean chosen) {
        FaultList faults = reading.faults();
        Set<String> columns = reading.columns().read().stream()
                .map(column -> column.strip().toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
        List<Item> after = new ArrayList<>();
        Set<Long> named = new HashSet<>();
        for (ManifestRow row : reading.rows()) {
            Item item = byName.get(composed(row.filename()));
            if (item == null) {
                faults.add(
                        row.line(),
                        "filename",
                        row.filename()
                                + " is not in the set; a manifest for a set that is there names its images alone."
                                + " Make another set to add one");
            } else if (!named.add(item.id())) {
                faults.add(row.line(), "filename", row.filename() + " is in the file already");
            } else if (chosen && row.index() >= 0 && row.index() != item.index()) {
                faults.add(
                        row.line(),
                        "index",
                        "is " + item.index() + " for " + row.filename()
                                + ", and stays so: the images of this set were chosen by it");
            } else {
                after.add(new Item(
                        item.id(),
                        after.size(),
                        row.index(),
                        item.filename(),
                        label(row, item, columns),
                        item.imageHash()));
            }
        }
        faults.refuseIfAny();
        return after;
    }

    private static AffectNetLabel label(ManifestRow row, Item item, Set<String> columns) {
        return new AffectNetLabel(
                columns.contains("expression")
                        ? row.label().expression()
                        : item.label().expression(),
                columns.contains("valence")
                        ? row.label().valence()
                        : item.label().valence(),
                columns.contains("arousal")
                        ? row.label().arousal()
                        : item.label().arousal());
    }

    private static String composed(String filename) {
        return Normalizer.normalize(filename, Normalizer.Form.NFC);
    }
}
