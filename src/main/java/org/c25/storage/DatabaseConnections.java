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

/**
 * The source from which the pool gets its connections. It can be told to make none for a while, and to break those
 * there are.
 */
final class DatabaseConnections extends AbstractDataSource {

    private static final Logger LOG = LoggerFactory.getLogger(DatabaseConnections.class);

    private final HikariDataSource pool;
    private final Pooler pooler = new Pooler();
    private final Set<Connection> made = Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));
    private @Nullable DataSource driver;
    private volatile boolean open = true;

    /** @param pool the pool with its settings, before it has made a connection */
    DatabaseConnections(HikariDataSource pool) {
        this.pool = pool;
    }

    @Override
    public Connection getConnection() throws SQLException {
        refuseWhileShut();
        Connection connection = driver().getConnection();
        made.add(connection);
        try {
            return pooler.safe(connection);
        } catch (SQLException | RuntimeException e) {
            connection.abort(Runnable::run);
            throw e;
        }
    }

    @Override
    public Connection getConnection(String username, String password) throws SQLException {
        return getConnection(); // The pool asks with the name and the password that the driver has, too.
    }

    /**
     * Returns the driver, which is made at the first call: until then, other code may still change the settings that
     * the driver gets.
     */
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

    /** Gives the pool no connection from now on; each connection in use ends when its present user is done with it. */
    void shut() {
        open = false;
        evict();
    }

    void open() {
        open = true;
        evict();
    }

    /** Whether the pool has no connection at all. */
    boolean isEmpty() {
        return pool.getHikariPoolMXBean() != null && pool.getHikariPoolMXBean().getTotalConnections() == 0;
    }

    /** Makes the pool replace all its connections, each when it is not in use. */
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
