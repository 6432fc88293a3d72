package org.c25.operations;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.c25.common.Causes;
import org.c25.common.Outage;
import org.c25.common.StartFault;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.boot.web.server.WebServerException;

/** Knows the faults for which a start fails from what libraries throw: the database, the data folder, the port. */
final class StartFaults {

    private static final int H2_IN_USE = 90020;
    private static final int H2_CLOSED = 90098;
    private static final int H2_DAMAGED = 90030;
    private static final int H2_NEWER = 90048;
    private static final int H2_PASSWORD = 28000;
    private static final int H2_URL = 90046;
    private static final int H2_SETTING = 90113;
    private static final int H2_READ_ONLY = 90097;
    private static final int H2_FILE = 90028;
    private static final int H2_FILE_2 = 90031;
    private static final int H2_GENERAL = 50000;

    /** A connection to PostgreSQL that can't be made: no such host, nothing listens, or too many. */
    private static final Pattern AWAY = Pattern.compile("08...|53300|57P03");

    private static final Pattern H2_PATH = Pattern.compile("\"([^\"]+?)(?:\\.mv\\.db)?\"");

    private static final String SETTINGS =
            "Look at spring.datasource.url, .username and .password (SPRING_DATASOURCE_URL, …).";

    private StartFaults() {}

    /** Returns the fault that a failure of the start tells of; empty if it tells of none that is known. */
    static Optional<StartFault> of(Throwable failure) {
        List<Throwable> causes = Causes.of(failure).toList();
        List<Function<Throwable, Optional<StartFault>>> rules = List.of(
                StartFaults::known,
                StartFaults::port,
                StartFaults::database,
                StartFaults::file,
                StartFaults::migration);
        if (Outage.of(failure).filter(outage -> outage == Outage.DISK_FULL).isPresent()) {
            return Optional.of(new StartFault(
                    "The disk is full: " + Causes.bottom(failure),
                    "Make room on the disk of the data folder (c25.data-dir), of the database and of temporary files, and start"
                            + " again."));
        }
        return rules.stream()
                .flatMap(rule ->
                        causes.stream().map(rule).flatMap(Optional::stream).limit(1))
                .findFirst();
    }

    private static Optional<StartFault> known(Throwable cause) {
        return cause instanceof StartFault fault ? Optional.of(fault) : Optional.empty();
    }

    private static Optional<StartFault> port(Throwable cause) {
        if (cause instanceof PortInUseException taken) {
            return Optional.of(new StartFault(
                    "Port " + taken.getPort() + " is in use by another program.",
                    "Stop that program, or choose another port: --server.port=8081 (SERVER_PORT)."));
        }
        if (cause instanceof WebServerException) {
            return Causes.of(cause)
                    .filter(IOException.class::isInstance)
                    .findFirst()
                    .map(refused -> new StartFault(
                            "The server can't listen at its port: " + refused.getMessage(),
                            "Choose a port from 1024 on (--server.port, SERVER_PORT), and an address of this machine"
                                    + " (--server.address)."));
        }
        return Optional.empty();
    }

    private static Optional<StartFault> database(Throwable cause) {
        if (!(cause instanceof SQLException sql)) {
            return Optional.empty();
        }
        String said = firstLine(sql);
        return Optional.ofNullable(
                sql.getClass().getName().startsWith("org.h2.") ? ofH2(sql, said) : ofServer(sql, said));
    }

    private static StartFault ofH2(SQLException sql, String said) {
        String file = path(sql);
        return switch (sql.getErrorCode()) {
            case H2_IN_USE, H2_CLOSED ->
                new StartFault(
                        "The database " + file
                                + " is in use by another process: the data folder belongs to one C25 at a time.",
                        "Stop the other one, or name another folder (--c25.data-dir, C25_DATA_DIR).");
            case H2_DAMAGED, H2_GENERAL ->
                new StartFault(
                        "The database " + file + " is damaged: " + said,
                        "Leave the file as it is, and put the latest backup into another data folder: bin/restore"
                                + " (docs/operations).");
            case H2_NEWER ->
                new StartFault(
                        "The database " + file + " was written by another version of H2: " + said,
                        "Start the version of C25 that wrote it, or put a backup back (docs/operations).");
            case H2_PASSWORD -> new StartFault("The database refuses the name or the password.", SETTINGS);
            case H2_READ_ONLY, H2_FILE, H2_FILE_2 ->
                new StartFault(
                        "The database " + file + " can't be read and written: " + said,
                        "Give the data folder to the user that runs C25, all of it (chown -R), on a disk that can be written.");
            case H2_URL, H2_SETTING -> new StartFault("The address of the database is not one: " + said, SETTINGS);
            default -> new StartFault("The database can't be used: " + said, SETTINGS);
        };
    }

    private static StartFault unknownAddress(String said) {
        return new StartFault(
                "The address of the database is not one that C25 knows: " + said,
                "It begins with jdbc:postgresql:// and a host, or is left out for the database in the data folder."
                        + " " + SETTINGS);
    }

    private static StartFault ofServer(SQLException sql, String said) {
        String state = String.valueOf(sql.getSQLState());
        if (said.startsWith("No suitable driver")) {
            return unknownAddress(said);
        }
        if (state.equals("28P01") || state.equals("28000")) {
            return new StartFault("The database refuses the name or the password: " + said, SETTINGS);
        }
        if (state.equals("3D000")) {
            return new StartFault(
                    "The database server has no such database: " + said,
                    "Make it (CREATE DATABASE c25), or name another. " + SETTINGS);
        }
        if (state.equals("42501")) {
            return new StartFault(
                    "The database does not let this user do what C25 needs: " + said,
                    "Let the user own the database: ALTER DATABASE … OWNER TO …");
        }
        return new StartFault(
                (AWAY.matcher(state).matches() ? "The database does not answer: " : "The database can't be used: ")
                        + said,
                "See whether it runs and can be reached from this machine. " + SETTINGS);
    }

    private static String path(SQLException sql) {
        return Causes.of(sql)
                .map(cause -> H2_PATH.matcher(String.valueOf(cause.getMessage())))
                .filter(Matcher::find)
                .map(match -> match.group(1))
                .filter(path -> path.contains("/") || path.contains("\\"))
                .findFirst()
                .map(path -> path.replaceFirst("^nio:", ""))
                .orElse("in the data folder");
    }

    private static String firstLine(Throwable thrown) {
        return String.valueOf(thrown.getMessage())
                .lines()
                .findFirst()
                .orElse("")
                .replaceFirst(" \\[\\d+-\\d+]$", "");
    }

    private static Optional<StartFault> file(Throwable cause) {
        if (!(cause instanceof FileSystemException failed)) {
            return Optional.empty();
        }
        String why = failed instanceof AccessDeniedException
                ? "permission denied"
                : String.valueOf(failed.getReason() == null ? failed.getClass().getSimpleName() : failed.getReason());
        return Optional.of(new StartFault(
                failed.getFile() + " can't be made, read or written: " + why + ".",
                "Give the data folder (c25.data-dir, C25_DATA_DIR) to the user that runs C25, all of it (chown -R), or name"
                        + " another."));
    }

    private static Optional<StartFault> migration(Throwable cause) {
        if (cause instanceof FlywayException && firstLine(cause).startsWith("No Flyway database plugin")) {
            return Optional.of(unknownAddress(firstLine(cause)));
        }
        return Stream.of(cause)
                .filter(FlywayValidateException.class::isInstance)
                .findFirst()
                .map(unfit -> new StartFault(
                        "The tables of the database are not those of this version of C25: " + firstLine(unfit),
                        "Start the version that wrote them, or a newer one; to go back, put the backup of before the update"
                                + " back (docs/operations)."));
    }
}
