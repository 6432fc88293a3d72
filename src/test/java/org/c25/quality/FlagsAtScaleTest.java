package org.c25.quality;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.sql.PreparedStatement;
import java.sql.Types;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.c25.testing.Api;
import org.c25.testing.Lab;
import org.c25.testing.Measured;
import org.c25.testing.OnBothDatabases;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * How long the flags of a set take, where everybody has answered 880 trials: {@code mvn test -Dtest='FlagsAtScaleOn*Test' -Dc25.measure=true} for 25
 * people, with {@code -Dc25.people=1000} for more.
 */
@Measured
@OnBothDatabases
class FlagsAtScaleTest {

    private static final int PEOPLE = Integer.getInteger("c25.people", 25);
    private static final int IMAGES = 800;
    private static final int TRIALS = 880;
    private static final int RUNS = 3;
    private static final OperatingSystemMXBean CPU =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    private static final double MOST_SECONDS = PEOPLE <= 25 ? 2 : 20;

    @LocalServerPort
    int port;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void theFlagsOfAWholeSetAreThereAtOnce() {
        Api staff = Api.stranger(port).admin();
        Lab lab = new Lab(staff);
        long set = lab.bareSet(
                lab.study(Map.of("capacity", PEOPLE)), Lab.manifest(IMAGES).getBytes(StandardCharsets.UTF_8));
        transaction.executeWithoutResult(status -> fill(set));

        double fastest = Double.MAX_VALUE;
        for (int run = 0; run < RUNS; run++) {
            long start = System.nanoTime();
            long cpu = CPU.getProcessCpuTime();
            Api.Answer flags = staff.get("/api/v1/sets/" + set + "/flags").expect(200);
            double seconds = (System.nanoTime() - start) / 1e9;
            System.out.printf(
                    "flags of %d people with %d answers each: %.3f s, of a processor %.3f s%n",
                    PEOPLE, TRIALS, seconds, (CPU.getProcessCpuTime() - cpu) / 1e9);
            assertThat(flags.json().get("participants").size()).isEqualTo(PEOPLE);
            assertThat(flags.json().at("/participants/0/answered").asInt()).isEqualTo(TRIALS);
            fastest = Math.min(fastest, seconds);
        }

        assertThat(fastest).isLessThan(MOST_SECONDS);
    }

    private void fill(long set) {
        OffsetDateTime now = OffsetDateTime.now(ZoneOffset.UTC);
        long item = jdbc.queryForObject("select min(id) from item where set_id = ?", Long.class, set);
        Random random = new Random(42);
        for (int slot = 0; slot < PEOPLE; slot++) {
            jdbc.update(
                    "insert into participant (set_id, slot_number, status, trials, consented_at) values (?, ?, 'COMPLETED', ?, ?)",
                    set,
                    slot,
                    TRIALS,
                    now);
            long person = jdbc.queryForObject(
                    "select id from participant where set_id = ? and slot_number = ?", Long.class, set, slot);
            jdbc.update("update slot set participant_id = ? where set_id = ? and number = ?", person, set, slot);
            jdbc.batchUpdate(
                    "insert into trial (participant_id, position, item_id, repeat_of) values (?, ?, ?, ?)",
                    IntStream.range(0, TRIALS).boxed().toList(),
                    TRIALS,
                    (PreparedStatement row, Integer position) -> {
                        row.setLong(1, person);
                        row.setInt(2, position);
                        row.setLong(3, item + position % IMAGES);
                        row.setObject(4, position < IMAGES ? null : position - IMAGES, Types.INTEGER);
                    });
            jdbc.batchUpdate(
                    "insert into annotation (id, participant_id, position, revision, expression, valence, arousal,"
                            + " response_time_millis, answered, recorded_at) values (?, ?, ?, 1, ?, ?, ?, ?, ?, ?)",
                    IntStream.range(0, TRIALS).boxed().toList(),
                    TRIALS,
                    (PreparedStatement row, Integer position) -> {
                        row.setObject(1, UUID.randomUUID());
                        row.setLong(2, person);
                        row.setInt(3, position);
                        row.setInt(4, random.nextInt(8));
                        row.setInt(5, 1 + random.nextInt(9));
                        row.setInt(6, 1 + random.nextInt(9));
                        row.setLong(7, 800 + random.nextInt(4000));
                        row.setInt(8, position + 1);
                        row.setObject(9, now);
                    });
        }
    }
}
