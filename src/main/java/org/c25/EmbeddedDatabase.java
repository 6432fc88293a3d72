package org.c25;

import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The database that is used if none is configured: an H2 file in the data folder.
 *
 * <p>It has {@code WRITE_DELAY=0} because H2 otherwise acknowledges commits that it has not yet written, and the
 * PostgreSQL mode because one history of migrations serves both databases.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "spring.datasource.url", matchIfMissing = true, havingValue = "none")
class EmbeddedDatabase {

    static final String MODES =
            ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;WRITE_DELAY=0;LOCK_TIMEOUT=20000"
                    // Failures are written to our own log, and not to a file that grows on a disk that is full.
                    + ";TRACE_LEVEL_FILE=0";

    @Bean
    @ConditionalOnMissingBean
    JdbcConnectionDetails h2InTheDataFolder(@Value("${c25.data-dir}") Path dataDir) {
        String file = dataDir.toAbsolutePath().normalize().resolve("c25").toString();
        return new H2File("jdbc:h2:file:" + file + MODES);
    }

    private record H2File(String getJdbcUrl) implements JdbcConnectionDetails {

        @Override
        public String getUsername() {
            return "sa";
        }

        @Override
        public String getPassword() {
            return "";
        }
    }
}
