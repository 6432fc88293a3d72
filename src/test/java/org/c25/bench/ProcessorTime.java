package org.c25.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.c25.testing.Databases;
import org.jspecify.annotations.Nullable;

/** The processor's time, of user and system, that server, database and driver have taken since {@link #start}. */
final class ProcessorTime {

    /** Linux tells processes' times in hundredths of a second. */
    private static final double MICROSECONDS_A_TICK = 10_000;

    private final ProcessHandle application;
    private final @Nullable ProcessHandle postmaster;
    private double applicationFrom;
    private double databaseFrom;
    private double driverFrom;

    /** @param server the database's server if it is another process; its time is told if it runs on this machine */
    ProcessorTime(Process application, Databases.@Nullable Server server) throws SQLException {
        this.application = application.toHandle();
        this.postmaster = server == null ? null : postmaster(server);
    }

    private static @Nullable ProcessHandle postmaster(Databases.Server server) throws SQLException {
        try (Connection connection = DriverManager.getConnection(server.url(), server.user(), server.password());
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select pg_backend_pid()")) {
            row.next();
            return ProcessHandle.of(row.getLong(1))
                    .flatMap(ProcessHandle::parent)
                    .orElse(null);
        }
    }

    void start() {
        applicationFrom = taken(application);
        databaseFrom = ofDatabase();
        driverFrom = ofDriver();
    }

    /** In microseconds; with H2 it holds the database's. */
    double application() {
        return taken(application) - applicationFrom;
    }

    /** In microseconds; not a number if the database is none of this machine's processes. */
    double database() {
        return ofDatabase() - databaseFrom;
    }

    double driver() {
        return ofDriver() - driverFrom;
    }

    private double ofDatabase() {
        return postmaster == null
                ? Double.NaN
                : ended(postmaster.pid())
                        + Stream.concat(Stream.of(postmaster), postmaster.children())
                                .mapToDouble(ProcessorTime::taken)
                                .sum();
    }

    /** What the children of a process have taken that have ended, as those of connections that were closed; 0 where Linux does not say. */
    private static double ended(long pid) {
        try {
            String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            return (Long.parseLong(fields[13]) + Long.parseLong(fields[14])) * MICROSECONDS_A_TICK;
        } catch (IOException e) {
            return 0;
        }
    }

    private static double ofDriver() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime() / 1e3;
    }

    private static double taken(ProcessHandle process) {
        return process.info().totalCpuDuration().orElse(Duration.ZERO).toNanos() / 1e3;
    }

    /** What a process takes of the memory now, and took at most, as Linux says it. */
    static String memory(long pid) throws IOException {
        Path status = Path.of("/proc/" + pid + "/status");
        if (!Files.exists(status)) {
            return "memory unknown";
        }
        try (Stream<String> lines = Files.lines(status)) {
            return lines.filter(line -> List.of("VmRSS", "VmHWM").contains(line.split(":")[0]))
                    .map(line ->
                            line.startsWith("VmRSS") ? "memory now " + megabytes(line) : "at most " + megabytes(line))
                    .sorted()
                    .collect(Collectors.joining(", "));
        }
    }

    private static String megabytes(String line) {
        return Long.parseLong(line.replaceAll("\\D", "")) / 1024 + " MB";
    }
}
