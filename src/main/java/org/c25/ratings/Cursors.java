package org.c25.ratings;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Prepares a transaction for reading many rows by a cursor. PostgreSQL makes its plans for several processes at once, and
 * then lets one alone carry them out where the rows are fetched in portions: it reads whole tables, where an index would do.
 */
@Component
public class Cursors {

    /** For the first row of a query that has to sort first. The pool puts its own, shorter time back afterwards. */
    private static final int MOST_SILENT_MILLIS = 30 * 60 * 1000;

    private final JdbcTemplate jdbc;

    Cursors(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Until the caller's transaction ends, every plan is for one process, and may take its time. */
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
