package org.c25.storage;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Chooses the store of files, and puts it into the application's health. */
@Configuration(proxyBeanMethods = false)
class FileStoreConfiguration {

    @Bean
    MarkedFileStore fileStore(DataFolder folder, S3Settings s3, JdbcClient jdbc) {
        FileStore files =
                s3.isUsed() ? S3FileStore.of(s3, folder.path().resolve("stored")) : new FolderFileStore(folder);
        return new MarkedFileStore(files, new StoreMark(files, jdbc));
    }

    @Bean
    HealthIndicator filesHealthIndicator(MarkedFileStore files) {
        return () -> files.fault()
                .map(fault -> Health.outOfService().withDetail("fault", fault))
                .orElseGet(Health::up)
                .build();
    }
}
