package org.c25.common;

import java.util.Locale;

/** Hears how far a long request is: a hint for whoever waits, on which nothing depends. */
public interface UploadProgress {

    UploadProgress UNHEARD = words -> {};

    /** @param words such as {@code Checking the images: 312 of 800} */
    void tell(String words);

    default void tell(String what, int done, int all) {
        tell(String.format(Locale.ROOT, "%s: %,d of %,d", what, done, all));
    }
}
