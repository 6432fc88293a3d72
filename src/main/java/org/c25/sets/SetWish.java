package org.c25.sets;

import org.jspecify.annotations.Nullable;

/**
 * What somebody says of a set that is to be made.
 *
 * @param number the number of the set, from 1, not yet used in the study
 * @param name what staff call it; null for nothing but its number
 * @param portions how the images are shared out; null if everyone rates all of them
 * @param folder the path of a folder of pictures on this server; null if none is named
 */
record SetWish(
        int number,
        @Nullable String name,
        SetKind kind,
        @Nullable Portions portions,
        @Nullable String folder) {

    /**
     * Reads what a request says.
     *
     * @param kind null or blank for {@link SetKind#CUSTOM}
     * @param folder null or blank if none is named
     */
    static SetWish of(
            int number,
            @Nullable String name,
            @Nullable String kind,
            @Nullable Portions portions,
            @Nullable String folder) {
        return new SetWish(
                number,
                SetName.read(name),
                kind == null || kind.isBlank() ? SetKind.CUSTOM : SetKind.named(kind),
                portions,
                folder == null || folder.isBlank() ? null : folder.strip());
    }
}
