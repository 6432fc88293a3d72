package org.c25.agreement;

import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Prepares a transaction for reading many rows by a cursor. PostgreSQL makes its plans for several processes at once, and
 * then lets one alone carry them out where the rows are fetched in portions: it reads whole tables, where an index would do.
 */
@Component
public class Cursors {

    private final JdbcTemplate jdbc;

    Cursors(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Until the caller's transaction ends, every plan is for one process. */
    public void prepare() {
        String database = jdbc.execute((ConnectionCallback<String>)
                connection -> connection.getMetaData().getDatabaseProductName());
        if ("PostgreSQL".equals(database)) {
            jdbc.execute("set local max_parallel_workers_per_gather = 0");
        }
    }
}
