package org.c25.common;

import java.util.Locale;

/** Gets told how far a long request is, as a hint for whoever waits. Nothing depends on it. */
public interface UploadProgress {

    UploadProgress UNHEARD = words -> {};

    /** @param words the words to show, such as {@code Checking the images: 312 of 800} */
    void tell(String words);

    default void tell(String what, int done, int all) {
        tell(String.format(Locale.ROOT, "%s: %,d of %,d", what, done, all));
    }
}
