package org.c25.testing;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Looks at who waits for whom in the database. */
public final class Locks {

    private static final String ON_H2 = "select count(*) from information_schema.sessions where blocker_id is not null";
    private static final String ON_POSTGRESQL = "select count(*) from pg_locks where not granted";

    private Locks() {}

    /**
     * Returns once some connection waits for a lock.
     *
     * @param deed what is to wait
     * @throws AssertionError if it is done without having waited
     */
    public static void untilItWaits(Future<?> deed, JdbcClient jdbc, DataSource database) {
        String waiting = isH2(database) ? ON_H2 : ON_POSTGRESQL;
        while (jdbc.sql(waiting).query(Integer.class).single() == 0) {
            if (deed.isDone()) {
                throw new AssertionError("it did not wait for the lock");
            }
            LockSupport.parkNanos(2_000_000);
        }
    }

    private static boolean isH2(DataSource database) {
        try (Connection connection = database.getConnection()) {
            return connection.getMetaData().getDatabaseProductName().equals("H2");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
