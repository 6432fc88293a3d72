package org.c25;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Properties;
import org.c25.common.Causes;
import org.c25.common.Outage;
import org.c25.common.StartFault;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

/**
 * Waits until PostgreSQL can be written, so that C25 and its database can be started in any order. What waiting can't
 * mend, such as a wrong password, ends the start at once.
 */
final class DatabaseAtStart {

    private static final Logger LOG = LoggerFactory.getLogger(DatabaseAtStart.class);

    private static final String READ_ONLY =
            "select pg_is_in_recovery() or current_setting('transaction_read_only') = 'on'";

    private static final String SECONDS = "3";
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Duration BETWEEN_LINES = Duration.ofSeconds(15);

    private final JdbcConnectionDetails database;
    private final Duration patience;

    /** @param patience how long it waits at most; zero for one look */
    DatabaseAtStart(JdbcConnectionDetails database, Duration patience) {
        this.database = database;
        this.patience = patience;
    }

    /**
     * Waits.
     *
     * @throws StartFault if the database could still not be used when the patience was over
     * @throws IllegalStateException if waiting does not help
     */
    void await() {
        long begun = System.nanoTime();
        long said = begun - BETWEEN_LINES.toNanos();
        for (String lacking = lacking(); lacking != null; lacking = lacking()) {
            Duration waited = Duration.ofNanos(System.nanoTime() - begun);
            if (waited.compareTo(patience) >= 0) {
                throw new StartFault(
                        "The database can't be used after " + waited.toSeconds()
                                + " seconds (c25.storage.wait-at-start): " + lacking,
                        "See whether it runs, can be reached from this machine and takes changes; look at spring.datasource.url"
                                + " (SPRING_DATASOURCE_URL).");
            }
            if (System.nanoTime() - said >= BETWEEN_LINES.toNanos()) {
                said = System.nanoTime();
                LOG.warn(
                        "Waiting for the database, for {} seconds more at most (c25.storage.wait-at-start): {}",
                        patience.minus(waited).toSeconds(),
                        lacking);
            }
            pause();
        }
    }

    /** Returns what is in the way; null if the database can be written. */
    private @Nullable String lacking() {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(READ_ONLY)) {
            row.next();
            return row.getBoolean(1) ? "it takes no changes" : null;
        } catch (SQLException e) {
            if (Outage.of(e).isEmpty()) {
                throw new IllegalStateException("The database can't be used: " + Causes.bottom(e), e);
            }
            return Causes.bottom(e);
        }
    }

    private Connection connect() throws SQLException {
        Properties settings = new Properties();
        settings.setProperty("user", String.valueOf(database.getUsername()));
        settings.setProperty("password", String.valueOf(database.getPassword()));
        settings.setProperty("connectTimeout", SECONDS);
        settings.setProperty("socketTimeout", SECONDS);
        return DriverManager.getConnection(database.getJdbcUrl(), settings);
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The start was broken off", e);
        }
    }
}
