package org.c25.storage;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Properties;
import java.util.regex.Pattern;
import org.c25.common.Outage;
import org.c25.common.Sha256;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

/**
 * Checks a PostgreSQL server, by a connection apart from the pool's, which has time-outs of its own and is made anew
 * every few seconds.
 */
final class ServerCheck implements DatabaseCheck {

    /**
     * Whether it takes no changes, and what is different after it was put back to an earlier state: another server goes
     * on from a copy of its data, or the same one after a restart; a database or tables that are restored from a dump
     * are made anew; and for all other ways there is the row in {@code era}.
     */
    private static final String LOOK = """
            select pg_is_in_recovery() or current_setting('transaction_read_only') = 'on',
                concat_ws(' ', extract(epoch from pg_postmaster_start_time()), to_regclass('era')::oid, (select max(id) from era),
                    (select oid from pg_database where datname = current_database()))""";

    private static final String MEGABYTE = """
            create temporary table room on commit drop as
            select repeat(md5(number::text), 30) as filler from generate_series(1, 1100) as number""";

    private static final String SECONDS = "2";
    private static final long OLD = Duration.ofSeconds(10).toNanos();

    /**
     * The SQL states that mean that the server is away: no connection, or one that broke (08); the server shuts down or
     * starts (57P); the system below it failed (58).
     */
    private static final Pattern AWAY = Pattern.compile("08...|57P0.|58...");

    private final JdbcConnectionDetails database;
    private final DatabaseConnections pooled;
    private @Nullable Connection connection;
    private long madeAt;
    private @Nullable String era;
    private volatile boolean suspectedFull;
    private Condition before = Condition.SOUND;

    ServerCheck(JdbcConnectionDetails database, DatabaseConnections pooled) {
        this.database = database;
        this.pooled = pooled;
    }

    @Override
    public Condition look() throws SQLException {
        Condition now = tryTwice();
        if (now != before) {
            pooled.evict(); // Connections that are left may still lead to the server that failed.
            before = now;
        }
        if (now != Condition.SOUND) {
            close(); // The next look asks whichever server answers then.
        }
        return now;
    }

    /**
     * Checks by the connection that was kept, and if that fails, by a new one: the kept one may have broken without
     * harm to others.
     */
    private Condition tryTwice() throws SQLException {
        if (connection != null && System.nanoTime() - madeAt < OLD) {
            try {
                return read(connection);
            } catch (SQLException broken) {
                close();
            }
        }
        close();
        try {
            connection = connect();
            madeAt = System.nanoTime();
            return read(connection);
        } catch (SQLException e) {
            close();
            if (e.getSQLState() != null && !AWAY.matcher(e.getSQLState()).matches()) {
                // The server is there, but has too many connections, say. Who has one can go on.
                return pooled.isEmpty() ? Condition.AWAY : Condition.IMPAIRED;
            }
            before = Condition.AWAY;
            pooled.abortAll();
            throw e;
        }
    }

    private Connection connect() throws SQLException {
        Properties settings = new Properties();
        settings.setProperty("user", String.valueOf(database.getUsername()));
        settings.setProperty("password", String.valueOf(database.getPassword()));
        settings.setProperty("connectTimeout", SECONDS);
        settings.setProperty("socketTimeout", SECONDS);
        settings.setProperty("ApplicationName", "C25 health");
        return DriverManager.getConnection(database.getJdbcUrl(), settings);
    }

    private Condition read(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(LOOK)) {
            row.next();
            if (row.getBoolean(1)) {
                return Condition.IMPAIRED;
            }
            era = Sha256.of(row.getString(2)).substring(0, ERA_LENGTH);
        }
        return suspectedFull && !hasRoom(connection) ? Condition.IMPAIRED : Condition.SOUND;
    }

    /** Tries to write a megabyte into a table that goes with the transaction. It is not done without a reason. */
    private boolean hasRoom(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.execute(MEGABYTE);
            suspectedFull = false;
            return true;
        } catch (SQLException e) {
            if (Outage.of(e).filter(Outage.DISK_FULL::equals).isEmpty()) {
                throw e;
            }
            return false;
        } finally {
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }

    @Override
    public void suspectFullDisk() {
        suspectedFull = true;
    }

    @Override
    public @Nullable String era() {
        return era;
    }

    @Override
    public void close() {
        Connection old = connection;
        connection = null;
        if (old != null) {
            try {
                old.abort(Runnable::run); // To close it could mean to wait for a silent server.
            } catch (SQLException e) {
                // The connection is gone, which was the aim.
            }
        }
    }
}
