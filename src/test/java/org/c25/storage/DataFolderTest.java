package org.c25.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {

    @TempDir
    Path data;

    /** The tests may run as root, who can read everything: another user's eyes are borrowed. */
    @Test
    void whatABackupPutBackForAnotherUserIsFound() throws IOException {
        Path restored = Files.createDirectories(data.resolve("images/ab"));
        Files.createDirectory(data.resolve("images/cd"));
        Files.createFile(data.resolve("links.key"));
        // A disk of its own has such a folder, which is root's.
        Path notOurs = Files.createDirectory(data.resolve("lost+found"));
        Predicate<Path> usable = file -> !file.equals(notOurs);

        assertThat(DataFolder.foreign(data, usable)).isEmpty();
        assertThat(DataFolder.foreign(data, usable.and(file -> !file.equals(restored))))
                .contains(restored);
        assertThat(DataFolder.foreign(data, file -> !file.endsWith("links.key")))
                .contains(data.resolve("links.key"));
        assertThat(DataFolder.foreign(data, file -> !file.equals(data))).contains(data);
    }
}
