package org.c25.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.c25.testing.Api;
import org.c25.testing.RunningJar;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The finished jar where it can't start: at most five lines with what to do, no trace, and exit code 1. */
class StartFaultsIT {

    @TempDir
    Path folder;

    private static void assertTold(String printed, String... words) {
        assertThat(printed).contains("C25 did not start.").contains(words).endsWith("exit 1");
        assertThat(printed).doesNotContain("\tat ", "Caused by", "Exception in thread", " ERROR ", " WARN ");
        String told = printed.substring(printed.indexOf("C25 did not start."), printed.lastIndexOf("exit 1"));
        assertThat(told.strip().lines()).hasSizeLessThanOrEqualTo(5);
    }

    private static String start(Path data, String... more) throws IOException, InterruptedException {
        return RunningJar.run(data, "--server.port=0", more);
    }

    @Test
    void aFolderThatIsInUseAndAPortThatIsTaken() throws Exception {
        Path data = folder.resolve("data");
        try (RunningJar jar = RunningJar.start(data, "--c25.admin-password=" + Api.ADMIN_PASSWORD)) {
            assertTold(start(data), "in use by another process", data.toString(), "--c25.data-dir");
        }
        try (ServerSocket taken = new ServerSocket(0)) {
            assertTold(
                    RunningJar.run(data, "--server.port=" + taken.getLocalPort()),
                    "Port " + taken.getLocalPort() + " is in use",
                    "--server.port");
        }
        Path file = data.resolve("c25.mv.db");
        byte[] bytes = Files.readAllBytes(file);
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] ^= (byte) 0x5a;
        }
        Files.write(file, bytes);
        assertTold(start(data), "is damaged", "bin/restore");
        assertThat(file).as("left as it is").hasBinaryContent(bytes);
    }

    @Test
    void aFolderThatCantBeMadeAndADatabaseThatIsAway() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "no folder");
        assertTold(start(file.resolve("data")), file.toString(), "c25.data-dir");
        int nobody;
        try (ServerSocket free = new ServerSocket(0)) {
            nobody = free.getLocalPort();
        }
        String[] away = {
            "--spring.datasource.url=jdbc:postgresql://127.0.0.1:" + nobody + "/c25", "--c25.storage.wait-at-start=0s"
        };
        assertTold(start(folder.resolve("other"), away), "can't be used after 0 seconds", "refused");
        assertTold(
                start(folder.resolve("other"), "--spring.datasource.url=jdbc:postgres//db/c25"),
                "The address of the database",
                "jdbc:postgresql://");
    }
}
