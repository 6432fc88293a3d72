package org.c25.testing;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.MergedContextConfiguration;

/**
 * A database that the application runs on. It is part of what tells two application contexts apart, so tests on the same
 * database share theirs; a test that has to know where it runs has it injected.
 */
public enum Database implements ContextCustomizer {
    /** An H2 file, as a start without any settings has it. */
    H2("H2") {
        @Override
        Map<String, String> settings() {
            return Map.of();
        }
    },

    /** PostgreSQL: in a container where a Docker engine answers, else from its own binaries. Never skipped. */
    POSTGRESQL("PostgreSQL") {
        @Override
        Map<String, String> settings() {
            Databases.Server server = Databases.Server.running();
            return Map.of(
                    // All contexts share the server's database, and so its files.
                    "c25.data-dir", Files.FOLDER.toString(),
                    "spring.datasource.url", server.url(),
                    "spring.datasource.username", server.user(),
                    "spring.datasource.password", server.password());
        }
    };

    /** As the database's own driver names it. */
    public final String product;

    Database(String product) {
        this.product = product;
    }

    abstract Map<String, String> settings();

    @Override
    public void customizeContext(ConfigurableApplicationContext context, MergedContextConfiguration merged) {
        Map<String, Object> properties = new HashMap<>(settings());
        properties.computeIfAbsent("c25.data-dir", one -> Databases.folder().toString());
        context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("test database", properties));
        context.getBeanFactory().registerSingleton("databaseOfTheTest", this);
    }

    private static final class Files {
        static final Path FOLDER = Databases.folder();
    }
}
