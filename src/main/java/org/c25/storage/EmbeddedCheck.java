package org.c25.storage;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import org.c25.common.Causes;
import org.c25.common.Sha256;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.util.unit.DataSize;

/**
 * Checks the H2 file in the data folder. H2 closes its file at the first write that fails, such as on a full disk, and
 * keeps it closed as long as there are connections: all that was acknowledged is in the file, but nothing can be read
 * or written any more. This check then drops all connections, and opens the file anew once there is room.
 */
final class EmbeddedCheck implements DatabaseCheck {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedCheck.class);

    /** The room that is needed before the file is opened: opening it can write, too. */
    private static final DataSize ROOM = DataSize.ofMegabytes(1);

    private final JdbcConnectionDetails database;
    private final DatabaseConnections pooled;
    private final DataFolder folder;
    private @Nullable Connection connection;
    private boolean shut;
    private String era = newEra();

    EmbeddedCheck(JdbcConnectionDetails database, DatabaseConnections pooled, DataFolder folder) {
        this.database = database;
        this.pooled = pooled;
        this.folder = folder;
    }

    @Override
    public Condition look() {
        if (shut && !folder.canTake(ROOM)) {
            return Condition.AWAY;
        }
        try {
            renew();
        } catch (SQLException e) {
            LOG.warn("The database is closed until it can be written: {}", Causes.bottom(e));
            shut();
            return Condition.AWAY;
        }
        if (shut) {
            shut = false;
            era = newEra();
            pooled.open();
            LOG.info("The database is open again");
        }
        return Condition.SOUND;
    }

    /**
     * Tries the last connection, which sees the same database as the pool's connections, and a new one, made as the
     * pool would make it; then closes the last one. A checkpoint writes what is not yet written, usually nothing; it
     * fails once the file is closed.
     */
    private void renew() throws SQLException {
        if (connection != null) {
            run("checkpoint", connection);
        }
        Connection fresh =
                DriverManager.getConnection(database.getJdbcUrl(), database.getUsername(), database.getPassword());
        try {
            run("checkpoint", fresh);
        } catch (SQLException e) {
            close(fresh);
            throw e;
        }
        close();
        connection = fresh;
    }

    /**
     * Drops all connections. The next connection opens the file anew only if there is none left to the database that
     * failed.
     */
    private void shut() {
        shut = true;
        pooled.shut();
        Connection last = connection;
        if (last != null) {
            try {
                run("shutdown immediately", last);
            } catch (SQLException e) {
                LOG.debug("It was closed already", e);
            }
        }
        close();
    }

    private static void run(String command, Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(command);
        }
    }

    /** The file can be replaced only while it is closed: each opening begins an era. */
    @Override
    public String era() {
        return era;
    }

    private static String newEra() {
        return Sha256.of(UUID.randomUUID().toString()).substring(0, ERA_LENGTH);
    }

    @Override
    public void close() {
        Connection last = connection;
        connection = null;
        if (last != null) {
            close(last);
        }
    }

    private static void close(Connection connection) {
        try {
            connection.close();
        } catch (SQLException e) {
            LOG.debug("It was closed already", e);
        }
    }
}
