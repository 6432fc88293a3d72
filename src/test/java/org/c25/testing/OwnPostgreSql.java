package org.c25.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.stream.Stream;

/** A PostgreSQL of one test's own, which can be stopped, started again, frozen and killed. */
public final class OwnPostgreSql implements AutoCloseable {

    private final Path data;
    private final int port;
    private final Map<String, String> settings;
    private EmbeddedPostgres running;

    /** @param settings such as {@code max_connections} */
    public OwnPostgreSql(Path data, Map<String, String> settings) throws IOException {
        this.data = data;
        this.settings = settings;
        try (ServerSocket free = new ServerSocket(0)) {
            this.port = free.getLocalPort();
        }
    }

    public String url() {
        return "jdbc:postgresql://localhost:" + port + "/postgres";
    }

    public void start() {
        try {
            EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                    .setDataDirectory(data)
                    .setCleanDataDirectory(false)
                    .setPort(port);
            settings.forEach(builder::setServerConfig);
            running = builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void stop() {
        try {
            running.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All its processes stand still: connections stay open, new ones are taken, and nothing is said. */
    public void freeze() {
        signal("STOP");
    }

    public void thaw() {
        signal("CONT");
    }

    private void signal(String signal) {
        try {
            long postmaster = Long.parseLong(
                    Files.readAllLines(data.resolve("postmaster.pid")).get(0));
            ProcessHandle server = ProcessHandle.of(postmaster).orElseThrow();
            for (ProcessHandle process :
                    Stream.concat(Stream.of(server), server.descendants()).toList()) {
                new ProcessBuilder("kill", "-" + signal, String.valueOf(process.pid()))
                        .start()
                        .waitFor();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** @param name by which the server knows the connection from others */
    public Connection connect(String name) throws SQLException {
        return DriverManager.getConnection(url() + "?ApplicationName=" + name, "postgres", "postgres");
    }

    public void run(String... statements) throws SQLException {
        try (Connection connection = connect("test")) {
            for (String statement : statements) {
                connection.createStatement().execute(statement);
            }
        }
    }

    @Override
    public void close() {
        stop();
    }
}
