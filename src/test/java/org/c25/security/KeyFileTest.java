package org.c25.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.c25.invitations.ExternalIdKey;
import org.c25.testing.Databases;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Keys in the data folder. */
class KeyFileTest {

    @TempDir
    Path folder;

    @Test
    void isMadeOnceAndIsItsOwnersAlone() throws IOException {
        byte[] key = new ExternalIdKey(Databases.files(folder.resolve("new"))).bytes();

        Path file = folder.resolve("new").resolve("outside-ids.key");
        assertThat(key).hasSize(32).isEqualTo(Files.readAllBytes(file));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(new ExternalIdKey(Databases.files(folder.resolve("new"))).bytes())
                .isEqualTo(key);
        assertThat(new ExternalIdKey(Databases.files(folder.resolve("other"))).bytes())
                .isNotEqualTo(key);
    }

    @Test
    void nodesThatNeedItAtTheSameMomentEndWithOne() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(16);
        try {
            for (int round = 0; round < 20; round++) {
                Path shared = folder.resolve("shared-" + round);
                List<Callable<String>> nodes = IntStream.range(0, 16)
                        .<Callable<String>>mapToObj(
                                i -> () -> HexFormat.of().formatHex(new ExternalIdKey(Databases.files(shared)).bytes()))
                        .toList();
                Set<String> keys = new HashSet<>();
                for (Future<String> key : threads.invokeAll(nodes)) {
                    keys.add(key.get());
                }
                assertThat(keys).hasSize(1);
                try (Stream<Path> files = Files.list(shared)) {
                    assertThat(files).hasSize(1);
                }
            }
        } finally {
            threads.shutdown();
        }
    }

    @Test
    void aDamagedKeyIsNeverReplaced() throws IOException {
        Path file = folder.resolve("outside-ids.key");
        Files.write(file, new byte[31]);

        assertThatThrownBy(() -> new ExternalIdKey(Databases.files(folder)).bytes())
                .hasMessageContaining("backup");
        assertThat(file).hasSize(31);
    }
}
