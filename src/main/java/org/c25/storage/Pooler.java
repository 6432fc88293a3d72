package org.c25.storage;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicBoolean;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds out whether a pooler such as PgBouncer stands between C25 and PostgreSQL, and makes connections safe for it. A
 * pooler in transaction mode gives each transaction another server connection, where statements that were prepared before
 * are unknown, or are others of the same name: the driver's {@code BEGIN}, too, so that changes which were acknowledged
 * were in no row.
 */
final class Pooler {

    private static final Logger LOG = LoggerFactory.getLogger(Pooler.class);

    private final AtomicBoolean told = new AtomicBoolean();

    /**
     * Returns a new connection as it is to be used: if it leads to a pooler, it prepares nothing on the server, and sets
     * what is for one transaction within that transaction.
     */
    Connection safe(Connection connection) throws SQLException {
        if (!connection.isWrapperFor(PGConnection.class)) {
            return connection;
        }
        PGConnection postgreSql = connection.unwrap(PGConnection.class);
        if (!isBetween(connection, postgreSql)) {
            return connection;
        }
        postgreSql.setPrepareThreshold(0);
        if (told.compareAndSet(false, true)) {
            LOG.warn("A pooler such as PgBouncer stands in front of PostgreSQL: no statement is prepared on the server"
                    + " (prepareThreshold=0), because in its transaction mode acknowledged answers would be lost");
        }
        return PooledServerConnection.around(connection);
    }

    /**
     * PostgreSQL tells each client the number of the process that serves it when the connection begins. A pooler makes a
     * number up there, because the process will change; so it is another than the process says itself.
     */
    private static boolean isBetween(Connection connection, PGConnection postgreSql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select pg_backend_pid()")) {
            row.next();
            return row.getInt(1) != postgreSql.getBackendPID();
        }
    }
}
