package org.c25.affectnet;

import java.util.Set;

/**
 * The images that may not be chosen, since they are in other sets. An image is excluded by its index or by its file
 * name.
 */
public record Exclusions(Set<Long> indexes, Set<String> filenames) {

    public static final Exclusions NONE = new Exclusions(Set.of(), Set.of());

    public Exclusions {
        indexes = Set.copyOf(indexes);
        filenames = Set.copyOf(filenames);
    }

    public boolean hold(TrainingRow row) {
        return hold(row.index(), row.filename());
    }

    public boolean hold(long index, String filename) {
        return indexes.contains(index) || filenames.contains(filename);
    }
}
