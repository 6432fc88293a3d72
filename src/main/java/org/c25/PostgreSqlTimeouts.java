package org.c25;

import com.zaxxer.hikari.HikariDataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.stereotype.Component;

/**
 * Sets how long the pool waits for PostgreSQL, and how batches are sent, unless the URL or
 * {@code spring.datasource.hikari.data-source-properties} says otherwise. Without these limits, a network that goes
 * silent would hold each connection for ever. A query that returns nothing for longer, as an export does, sets a limit
 * of its own (see {@code Cursors}).
 */
@Component
class PostgreSqlTimeouts implements BeanPostProcessor {

    private static final String CONNECT_SECONDS = "3";
    private static final String SOCKET_SECONDS = "60";

    @Override
    public Object postProcessBeforeInitialization(Object bean, String name) {
        if (bean instanceof HikariDataSource pool
                && String.valueOf(pool.getJdbcUrl()).startsWith("jdbc:postgresql:")) {
            set(pool, "connectTimeout", CONNECT_SECONDS);
            set(pool, "socketTimeout", SOCKET_SECONDS);
            set(pool, "tcpKeepAlive", "true");
            // A batch of inserts goes as a few statements of many rows each.
            set(pool, "reWriteBatchedInserts", "true");
        }
        return bean;
    }

    private static void set(HikariDataSource pool, String property, String value) {
        pool.getDataSourceProperties().putIfAbsent(property, value);
    }
}
