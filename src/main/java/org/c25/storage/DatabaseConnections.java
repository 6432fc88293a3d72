package org.c25.storage;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.util.DriverDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.WeakHashMap;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.datasource.AbstractDataSource;

/** Where the pool gets its connections from. It can be told to make none for a while, and to break those there are. */
final class DatabaseConnections extends AbstractDataSource {

    private static final Logger LOG = LoggerFactory.getLogger(DatabaseConnections.class);

    private final HikariDataSource pool;
    private final Set<Connection> made = Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));
    private @Nullable DataSource driver;
    private volatile boolean open = true;

    /** @param pool with its settings, before it has made a connection */
    DatabaseConnections(HikariDataSource pool) {
        this.pool = pool;
    }

    @Override
    public Connection getConnection() throws SQLException {
        refuseWhileShut();
        Connection connection = driver().getConnection();
        made.add(connection);
        return connection;
    }

    @Override
    public Connection getConnection(String username, String password) throws SQLException {
        return getConnection(); // The pool asks with the name and the password that the driver has, too.
    }

    /** Only now, as whoever sets the pool up may still change what the driver is to know. */
    private synchronized DataSource driver() {
        if (driver == null) {
            driver = new DriverDataSource(
                    pool.getJdbcUrl(),
                    pool.getDriverClassName(),
                    pool.getDataSourceProperties(),
                    pool.getUsername(),
                    pool.getPassword());
        }
        return driver;
    }

    private void refuseWhileShut() throws SQLException {
        if (!open) {
            throw new SQLNonTransientConnectionException(
                    "The database is closed until it can be written again", "08003");
        }
    }

    /** From now on the pool gets no connection, and those that are in use end with what they are used for. */
    void shut() {
        open = false;
        evict();
    }

    void open() {
        open = true;
        evict();
    }

    /** The pool makes all its connections anew, each when it is not in use. */
    void evict() {
        if (pool.getHikariPoolMXBean() != null) {
            pool.getHikariPoolMXBean().softEvictConnections();
        }
    }

    /** Breaks all connections, so that nobody waits any longer for a reply that does not come. */
    void abortAll() {
        for (Connection connection : List.copyOf(made)) {
            try {
                connection.abort(Runnable::run);
            } catch (SQLException e) {
                LOG.debug("A connection could not be broken", e);
            }
        }
        evict();
    }

    @Override
    public int getLoginTimeout() throws SQLException {
        return driver().getLoginTimeout();
    }

    @Override
    public void setLoginTimeout(int seconds) throws SQLException {
        driver().setLoginTimeout(seconds);
    }
}
