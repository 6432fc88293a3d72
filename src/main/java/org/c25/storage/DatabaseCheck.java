package org.c25.storage;

import java.sql.SQLException;

/** Finds out whether the database can be used. It is called by one thread alone. */
interface DatabaseCheck extends AutoCloseable {

    /**
     * Looks once. It may take seconds, and it may mend what it finds.
     *
     * @throws SQLException if the database can't be reached
     */
    Condition look() throws SQLException;

    @Override
    void close();

    /** How the database is. */
    enum Condition {
        /** It can be read and written. */
        SOUND,
        /** It answers, but it takes no changes or no new connections; what can be done is done. */
        IMPAIRED,
        /** Nothing can be done with it. */
        AWAY
    }
}
