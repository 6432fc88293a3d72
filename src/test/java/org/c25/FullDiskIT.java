package org.c25;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.c25.testing.Api;
import org.c25.testing.Lab;
import org.c25.testing.Person;
import org.c25.testing.RunningJar;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The finished jar on a small disk of its own, which fills up. Only root can mount one; {@code EmbeddedCheckTest} needs none. */
class FullDiskIT {

    @TempDir
    Path disk;

    private final List<String> acknowledged = new ArrayList<>();
    private boolean mounted;

    @BeforeEach
    void aSmallDisk() throws Exception {
        mounted = run("mount", "-t", "tmpfs", "-o", "size=48m", "tmpfs", disk.toString()) == 0;
        assumeTrue(mounted, "skipped: only root can mount a small disk, and only on Linux");
    }

    @AfterEach
    void noDiskIsLeft() throws Exception {
        if (mounted) {
            run("umount", disk.toString());
        }
    }

    private static int run(String... command) throws InterruptedException {
        try {
            return new ProcessBuilder(command).start().waitFor();
        } catch (IOException e) {
            return -1;
        }
    }

    @Test
    @Timeout(300)
    void answersAndUploadsWaitForRoomAndNothingIsLost() throws Exception {
        try (RunningJar jar = RunningJar.start(
                disk,
                "--c25.admin-password=" + Api.ADMIN_PASSWORD,
                "--c25.storage.reserve=4MB",
                "--management.health.diskspace.threshold=64KB")) {
            Api staff = jar.stranger().admin();
            Lab lab = new Lab(staff);
            long study = lab.study(Map.of("capacity", 2));
            long set = lab.openSet(study, 10);
            Person person = new Person(jar.stranger(), lab.invite(set, 1).get(0));
            person.consent().expect(200);
            assertThat(answer(person)).isEqualTo(200);

            fill(2 << 20);
            Map<String, Object> another = Map.of(
                    "number",
                    "2",
                    "kind",
                    "CUSTOM",
                    "manifest",
                    Lab.manifest(1).getBytes(StandardCharsets.UTF_8),
                    "images",
                    Lab.zip(1));
            Api.Answer refused = staff.upload("/api/v1/studies/" + study + "/sets", another);
            assertThat(refused.expectProblem(503, "c25.storage.reserve").header("Retry-After"))
                    .isNotEmpty();
            assertThat(answer(person)).as("answers have the last megabytes").isEqualTo(200);

            fill(0);
            until(() -> answer(person) == 503);
            until(() -> health(jar) == 503);
            until(() -> staff.get("/sign-in").status() == 503);
            assertThat(person.trials("?from=0&limit=1").expect(503).header("Retry-After"))
                    .isNotEmpty();
            jar.stranger()
                    .named("admin", Api.ADMIN_PASSWORD)
                    .post("/api/v1/tokens", Map.of("name", "another"))
                    .expectProblem(503, "try again");
            assertThat(jar.stranger().get("/actuator/health/readiness").status())
                    .isEqualTo(503);
            assertThat(jar.stranger().get("/actuator/health/liveness").status()).isEqualTo(200);

            Files.delete(disk.resolve("filler"));
            until(() -> health(jar) == 200);
            until(() -> answer(person) == 200);
            staff.upload("/api/v1/studies/" + study + "/sets", another).expect(201);
            assertThat(person.answers()
                            .expect(200)
                            .json()
                            .valueStream()
                            .map(one -> one.get("id").asString()))
                    .containsAll(acknowledged);
            assertThat(jar.printed()).noneMatch(line -> line.startsWith("\tat "));
        }
    }

    private int answer(Person person) {
        String id = UUID.randomUUID().toString();
        Api.Answer reply = person.answer(acknowledged.size() % 10, Person.body(id, 1, 2, 3));
        if (reply.status() == 200) {
            acknowledged.add(id);
        } else {
            assertThat(reply.header("Retry-After")).isNotEmpty();
        }
        return reply.status();
    }

    private static int health(RunningJar jar) {
        return jar.stranger().get("/actuator/health").status();
    }

    /** Leaves so many bytes, as far as that can be: 0 for none at all. */
    private void fill(long leave) throws IOException {
        byte[] block = new byte[4096];
        try (OutputStream out =
                Files.newOutputStream(disk.resolve("filler"), StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            while (Files.getFileStore(disk).getUsableSpace() > leave) {
                out.write(block);
            }
        } catch (IOException full) {
            // As it is meant to be.
        }
    }

    private static void until(BooleanSupplier state) {
        while (!state.getAsBoolean()) {
            LockSupport.parkNanos(20_000_000);
        }
    }
}
