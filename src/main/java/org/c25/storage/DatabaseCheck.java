package org.c25.storage;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Finds out whether the database can be used. It is called by one thread alone. */
interface DatabaseCheck extends AutoCloseable {

    int ERA_LENGTH = 16;

    /**
     * Checks once. It may take seconds, and it may mend what it finds broken.
     *
     * @throws SQLException if the database can't be reached
     */
    Condition look() throws SQLException;

    /** A request found the disk of the database full: the next looks have to find out whether it still is. */
    default void suspectFullDisk() {}

    /**
     * Returns a name for the time since the database could last have been put back to an earlier state, as far as the
     * last look knows. It is the same on all nodes.
     *
     * @return {@value #ERA_LENGTH} characters; null if no look has found the database sound yet
     */
    @Nullable
    String era();

    @Override
    void close();

    /** The condition of the database. */
    enum Condition {
        /** It can be read and written. */
        SOUND,
        /** It answers, but it takes no changes or no new connections; requests that can do without these still work. */
        IMPAIRED,
        /** It can't be used at all. */
        AWAY
    }
}
