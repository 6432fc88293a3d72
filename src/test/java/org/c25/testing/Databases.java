package org.c25.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.c25.storage.DataFolder;
import org.c25.storage.FileStore;
import org.c25.storage.FolderFileStore;
import org.springframework.util.FileSystemUtils;
import org.springframework.util.unit.DataSize;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.postgresql.PostgreSQLContainer;

/** Where tests keep their data: a PostgreSQL server and empty folders, fresh ones for each run. */
public final class Databases {

    private static final String POSTGRESQL_VERSION = "18";

    private Databases() {}

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

    /** The store of files in a folder, which is made if it is not there. */
    public static FileStore files(Path folder) {
        try {
            return new FolderFileStore(new DataFolder(folder, DataSize.ofBytes(0)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
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
}
