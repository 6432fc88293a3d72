package org.c25.ratings;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Prepares a transaction for reading many rows by a cursor. PostgreSQL plans such a query for several processes at
 * once, but lets only one carry the plan out if the rows are fetched in portions: it then reads whole tables, though an
 * index would do.
 */
@Component
public class Cursors {

    /**
     * The longest wait for the first row of a query that has to sort before it can return one. The pool restores its
     * own, shorter time afterwards.
     */
    private static final int MOST_SILENT_MILLIS = 30 * 60 * 1000;

    private final JdbcTemplate jdbc;

    Cursors(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Makes PostgreSQL plan each query for one process, and lets it take longer, until the caller's transaction ends.
     */
    public void prepare() {
        jdbc.execute((ConnectionCallback<Boolean>) connection -> {
            boolean postgreSql =
                    connection.getMetaData().getDatabaseProductName().equals("PostgreSQL");
            if (postgreSql) {
                connection.setNetworkTimeout(Runnable::run, MOST_SILENT_MILLIS);
                setForOneProcess(connection);
            }
            return postgreSql;
        });
    }

    private static void setForOneProcess(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("set local max_parallel_workers_per_gather = 0");
        }
    }
}
