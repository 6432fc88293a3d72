package org.c25.storage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import org.springframework.core.io.Resource;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A UUID that a database and its store of files have in common. A node that was given another folder or bucket, or none
 * because it is not mounted, is found out by it, before it takes images nobody else sees or makes a second set of keys.
 */
final class StoreMark {

    /** The file that holds it. A copy of the files has to have it, too. */
    static final String FILE = "store.mark";

    private final FileStore files;
    private final JdbcClient jdbc;
    private volatile Optional<String> ofDatabase = Optional.empty();

    StoreMark(FileStore files, JdbcClient jdbc) {
        this.files = files;
        this.jdbc = jdbc;
    }

    /**
     * Compares the two. A database that has no mark takes over that of its store, and makes one if that has none
     * either.
     *
     * @return what is wrong, a sentence; empty if nothing is
     * @throws RuntimeException if the database or the store can't be asked at present
     */
    Optional<String> fault() {
        String wanted = ofDatabase.or(this::stored).orElseGet(this::make);
        ofDatabase = Optional.of(wanted);
        Optional<String> found = ofFiles();
        return found.equals(ofDatabase) ? Optional.empty() : Optional.of(fault(wanted, found));
    }

    private String fault(String wanted, Optional<String> found) {
        return "The files in " + files.place() + " are not those of this database: its mark is " + wanted
                + ", and the file "
                + FILE + found.map(other -> " there has " + other).orElse(" is not there")
                + ". Give this node the folder or the bucket that the other nodes have. If it is a whole copy of that one, put"
                + " the database's mark into the file.";
    }

    private Optional<String> stored() {
        return jdbc.sql("select mark from file_store").query(String.class).optional();
    }

    private String make() {
        String mark = ofFiles().orElseGet(() -> {
            String made = UUID.randomUUID().toString();
            // If another node has been quicker, its mark is there.
            return files.putFirst(FILE, made.getBytes(StandardCharsets.UTF_8))
                    ? made
                    : ofFiles().orElseThrow();
        });
        try {
            jdbc.sql("insert into file_store (id, mark) values (1, ?)")
                    .param(mark)
                    .update();
            return mark;
        } catch (DuplicateKeyException another) {
            return stored().orElseThrow();
        }
    }

    private Optional<String> ofFiles() {
        return files.find(FILE).map(StoreMark::text);
    }

    private static String text(Resource file) {
        try {
            return file.getContentAsString(StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
