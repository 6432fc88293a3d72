package org.c25.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.util.FileSystemUtils;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.postgresql.PostgreSQLContainer;

/** The two databases that the application runs on, each test run with fresh ones. */
public final class Databases {

    private static final String POSTGRESQL_VERSION = "18";

    private Databases() {}

    /** An H2 file, as a start without any settings has it. */
    static final class H2 implements ApplicationContextInitializer<ConfigurableApplicationContext> {

        @Override
        public void initialize(ConfigurableApplicationContext context) {
            set(context, Map.of("c25.data-dir", folder().toString()));
        }
    }

    /** PostgreSQL: in a container where a Docker engine answers, else from its own binaries. Never skipped. */
    static final class PostgreSql implements ApplicationContextInitializer<ConfigurableApplicationContext> {

        @Override
        public void initialize(ConfigurableApplicationContext context) {
            Server server = Server.running();
            set(
                    context,
                    Map.of(
                            "c25.data-dir", folder().toString(),
                            "spring.datasource.url", server.url(),
                            "spring.datasource.username", server.user(),
                            "spring.datasource.password", server.password()));
        }
    }

    /** A running PostgreSQL, one for all tests. It ends with the tests. */
    public record Server(String url, String user, String password) {

        public static Server running() {
            return Holder.SERVER;
        }

        private static Server start() {
            return DockerClientFactory.instance().isDockerAvailable() ? inContainer() : fromBinaries();
        }

        private static Server inContainer() {
            PostgreSQLContainer container = new PostgreSQLContainer("postgres:" + POSTGRESQL_VERSION);
            container.start();
            return new Server(container.getJdbcUrl(), container.getUsername(), container.getPassword());
        }

        private static Server fromBinaries() {
            try {
                EmbeddedPostgres postgres = EmbeddedPostgres.builder().start();
                Runtime.getRuntime().addShutdownHook(new Thread(() -> close(postgres)));
                return new Server(postgres.getJdbcUrl("postgres", "postgres"), "postgres", "postgres");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static void close(EmbeddedPostgres postgres) {
            try {
                postgres.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static final class Holder {
            static final Server SERVER = start();
        }
    }

    /** An empty folder below {@code target}. It goes with the tests; what is left of it, with the next {@code bin/verify}. */
    public static Path folder() {
        try {
            Path all = Files.createDirectories(Path.of("target", "test-data"));
            Path folder = Files.createTempDirectory(all.toAbsolutePath(), "c25-");
            Runtime.getRuntime().addShutdownHook(new Thread(() -> FileSystemUtils.deleteRecursively(folder.toFile())));
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void set(ConfigurableApplicationContext context, Map<String, Object> properties) {
        context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("test database", properties));
    }
}
