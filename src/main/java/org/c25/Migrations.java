package org.c25;

import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.flyway.autoconfigure.FlywayConfigurationCustomizer;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Gives migrations connections of their own, once the database can be used. On PostgreSQL they may take longer than the pool waits for a reply.
 *
 * <p>On H2 the database is thereby closed and opened anew after them. H2 ties a check constraint with a list of values
 * to the connection that made it, and refuses every row once that connection is closed, as the pool does after half an
 * hour; constraints that are read when the database opens have no such tie.
 */
@Configuration(proxyBeanMethods = false)
class Migrations {

    @Bean
    FlywayConfigurationCustomizer migrationsApartFromThePool(
            JdbcConnectionDetails database, @Value("${c25.storage.wait-at-start}") Duration patience) {
        String url = String.valueOf(database.getJdbcUrl());
        return configuration -> {
            if (url.startsWith("jdbc:postgresql:")) {
                new DatabaseAtStart(database, patience).await();
            }
            if (!url.startsWith("jdbc:h2:mem:")) {
                configuration.dataSource(preparingNothing(url), database.getUsername(), database.getPassword());
            }
        };
    }

    /** Statements that are prepared on the server can be others behind a pooler such as PgBouncer. */
    private static String preparingNothing(String url) {
        return url.startsWith("jdbc:postgresql:") ? url + (url.contains("?") ? "&" : "?") + "prepareThreshold=0" : url;
    }
}
