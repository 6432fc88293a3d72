package org.c25.operations;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.c25.accounts.Caller;
import org.c25.audit.Audit;
import org.c25.common.Problem;
import org.c25.storage.DataFolder;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Copies the H2 database while it is in use. H2 copies its file together with what it has yet to write into it, so that
 * the copy has every answer that was acknowledged before it began, and is whole.
 */
@Service
class DatabaseBackup {

    static final String FILE = "backup.zip";

    private final JdbcTemplate jdbc;
    private final JdbcConnectionDetails database;
    private final DataFolder folder;
    private final Audit audit;
    private final TransactionTemplate transaction;

    DatabaseBackup(
            JdbcTemplate jdbc,
            JdbcConnectionDetails database,
            DataFolder folder,
            Audit audit,
            TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.database = database;
        this.folder = folder;
        this.audit = audit;
        this.transaction = transaction;
    }

    /**
     * Writes the copy, over the last one.
     *
     * @return its name in the data folder
     * @throws Problem 409 if the database is not H2
     */
    synchronized String make(Caller caller) {
        if (!database.getJdbcUrl().startsWith("jdbc:h2:")) {
            throw Problem.conflict("The database is PostgreSQL: pg_dump copies it.");
        }
        folder.requireRoom();
        Path file = folder.path().resolve(FILE);
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        jdbc.execute("backup to '" + file.toString().replace("'", "''") + "'");
        // H2 makes the copy outside of any transaction.
        transaction.executeWithoutResult(
                status -> audit.record(caller.getUsername(), "database backed up", "server", FILE));
        return FILE;
    }
}
