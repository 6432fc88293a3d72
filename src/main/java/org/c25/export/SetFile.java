package org.c25.export;

import java.io.IOException;
import org.c25.sets.SetView;

/**
 * A file that a set has.
 *
 * @param name as it is downloaded; it tells format, set and capacity
 * @param about what it is, in a line
 */
record SetFile(String name, String about, Content content) {

    /** What every name ends with: {@code _set1_C25.csv} and the like. */
    static String ending(SetView set) {
        return "_set" + set.number() + "_C" + set.capacity() + ".csv";
    }

    /** Writes the file while it is read from the database. */
    interface Content {

        void write(Appendable out) throws IOException;
    }
}
