package org.c25.storage;

import java.sql.SQLException;

/** Finds out whether the database can be used. It is called by one thread alone. */
interface DatabaseCheck extends AutoCloseable {

    /**
     * Checks once. It may take seconds, and it may mend what it finds broken.
     *
     * @throws SQLException if the database can't be reached
     */
    Condition look() throws SQLException;

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
