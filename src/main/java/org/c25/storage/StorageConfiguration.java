package org.c25.storage;

import com.zaxxer.hikari.HikariDataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the watch of the database beneath the pool and into the application's health. */
@Configuration(proxyBeanMethods = false)
class StorageConfiguration {

    @Bean
    static BeanPostProcessor connectionsBeneathThePool() {
        return new BeanPostProcessor() {

            @Override
            public Object postProcessBeforeInitialization(Object bean, String name) {
                if (bean instanceof HikariDataSource pool) {
                    pool.setDataSource(new DatabaseConnections(pool));
                }
                return bean;
            }
        };
    }

    @Bean
    DatabaseWatch databaseWatch(HikariDataSource pool, JdbcConnectionDetails database, DataFolder folder) {
        DatabaseConnections connections = (DatabaseConnections) pool.getDataSource();
        return new DatabaseWatch(
                isEmbedded(database)
                        ? new EmbeddedCheck(database, connections, folder)
                        : new ServerCheck(database, connections));
    }

    private static boolean isEmbedded(JdbcConnectionDetails database) {
        return database.getJdbcUrl().startsWith("jdbc:h2:");
    }

    @Bean
    HealthIndicator databaseHealthIndicator(DatabaseWatch watch) {
        return () -> watch.isSound() ? Health.up().build() : Health.down().build();
    }
}
