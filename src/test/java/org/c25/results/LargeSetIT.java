package org.c25.results;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.c25.testing.Api;
import org.c25.testing.ManyAnswers;
import org.c25.testing.Measured;
import org.c25.testing.RunningJar;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Measures how long a program waits for the agreement of 10,000 images and 100 participants, the answers still in the
 * database.
 *
 * <pre>mvn package -DskipTests
 * mvn test -Dtest=LargeSetIT -Dc25.measure=true</pre>
 */
@Measured
class LargeSetIT {

    private static final int IMAGES = Integer.getInteger("c25.images", 10_000);
    private static final int PEOPLE = Integer.getInteger("c25.people", 100);

    @TempDir
    Path folder;

    @Test
    void allStatisticsOfALargeSetTakeUnderTenSeconds() throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.builder()
                        .setDataDirectory(folder.resolve("postgresql"))
                        .start();
                RunningJar jar = RunningJar.start(
                        folder.resolve("data"),
                        "--c25.admin-password=" + Api.ADMIN_PASSWORD,
                        "--spring.datasource.url=" + postgres.getJdbcUrl("postgres", "postgres"),
                        "--spring.datasource.username=postgres",
                        "--spring.datasource.password=postgres")) {
            JdbcTemplate jdbc = new JdbcTemplate(postgres.getPostgresDatabase());
            String token = jar.stranger()
                    .named("admin", Api.ADMIN_PASSWORD)
                    .post("/api/v1/tokens", Map.of("name", "measure"))
                    .expect(201)
                    .text("token");
            Api staff = jar.stranger().bearing(token);
            String set = "/api/v1/sets/" + ManyAnswers.fill(staff, jdbc, IMAGES, PEOPLE);
            jdbc.execute("vacuum analyze");

            double first = seconds(staff, set + "/agreement");
            double again = seconds(staff, set + "/agreement");
            double results = seconds(staff, set + "/results");

            System.out.printf(
                    Locale.ROOT,
                    "%d images, %d participants: agreement %.2f s, again %.2f s; with all intervals and Dawid-Skene %.1f s%n",
                    IMAGES,
                    PEOPLE,
                    first,
                    again,
                    results);
            assertThat(first).isLessThan(10);
            assertThat(again).isLessThan(1);
        }
    }

    private static double seconds(Api staff, String path) {
        long start = System.nanoTime();
        staff.get(path).expect(200);
        return (System.nanoTime() - start) / 1e9;
    }
}
