package org.c25.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.c25.annotation.RecordCheck;
import org.c25.testing.Api;
import org.c25.testing.Database;
import org.c25.testing.Lab;
import org.c25.testing.Measured;
import org.c25.testing.OnBothDatabases;
import org.c25.testing.Visitor;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Measures how long the page of a set with a thousand people takes, once it has been looked at before, and how long it
 * takes to ask whether anything has changed: {@code mvn test -Dtest=AThousandAtWorkIT -Dc25.measure=true}, with {@code -Dc25.images=800}
 * for 880 trials each on H2, too, which takes a minute to fill.
 */
@Measured
@OnBothDatabases
class AThousandAtWorkIT {

    private static final int PEOPLE = 1000;
    private static final double MOST_MILLIS = 1000;

    @LocalServerPort
    int port;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    Database database;

    private long set;
    private int trials;

    /** How many images the set has; a tenth of them is shown twice. Few on H2, which takes long to fill: the page goes by the people. */
    private int images() {
        return Integer.getInteger("c25.images", database == Database.H2 ? 40 : 800);
    }

    @Test
    void thePageOfAThousandPeopleAndItsPollTakeLessThanASecond() {
        int images = images();
        trials = images + images / 10;
        timed("fill with " + PEOPLE + " × " + trials + " answers", () -> fill(images));
        Api admin = Api.stranger(port).admin();
        Visitor staff = new Visitor(port);
        staff.signIn("admin", Api.ADMIN_PASSWORD);
        String page = "/sets/" + set;
        timed("first look", () -> staff.get(page));
        String etag = etag(withFlags(staff, page));

        double unchanged = best("poll, nothing new", () -> poll(staff, etag, 304));
        double whole = best("whole page", () -> staff.get(page));
        double api = best("API", () -> admin.get("/api/v1" + page + "/progress").expect(200));
        everybodyAnswers(25, trials - 2);
        double few = timed("poll, 25 have answered", () -> poll(staff, etag, 200));
        everybodyAnswers(PEOPLE, trials - 1);
        double all = timed("poll, all have answered", () -> poll(staff, etag, 200));

        assertThat(List.of(unchanged, whole, api, few, all)).allMatch(millis -> millis < MOST_MILLIS);
        assertThat(admin.get("/api/v1" + page + "/progress")
                        .json()
                        .get("completed")
                        .asInt())
                .isZero();
        assertThat(staff.get(page).body()).contains((trials - 1) + "/" + trials, trials + "/" + trials);
    }

    private long fill(int images) {
        Lab lab = new Lab(Api.stranger(port).admin());
        set = lab.bareSet(
                lab.study(Map.of("capacity", PEOPLE)), Lab.manifest(images).getBytes(StandardCharsets.UTF_8));
        jdbc.batchUpdate(
                """
                insert into participant (set_id, slot_number, status, trials, consented_at)
                values (?, ?, 'AT_WORK', ?, current_timestamp)""",
                IntStream.range(0, PEOPLE)
                        .mapToObj(slot -> new Object[] {set, slot, trials})
                        .toList());
        jdbc.update("""
                update slot set participant_id = (
                    select p.id from participant p where p.set_id = slot.set_id and p.slot_number = slot.number)
                where set_id = ?""", set);
        jdbc.update("""
                insert into trial (participant_id, position, item_id)
                select p.id, i.position, i.id from participant p join item i on i.set_id = p.set_id
                where p.set_id = ? order by p.id, i.position""", set);
        jdbc.update("""
                insert into trial (participant_id, position, item_id, repeat_of)
                select p.id, ? + i.position, i.id, i.position from participant p join item i on i.set_id = p.set_id
                where p.set_id = ? and i.position < ?""", images, set, images / 10);
        answer(PEOPLE, 0, trials - 3);
        return set;
    }

    private void everybodyAnswers(int people, int position) {
        answer(people, position, position);
    }

    /** Makes the first of the people answer trials, from one position to another. */
    private void answer(int people, int from, int to) {
        jdbc.update("""
                insert into annotation (id, participant_id, position, revision, expression, valence, arousal,
                    response_time_millis, answered, recorded_at)
                select gen_random_uuid(), t.participant_id, t.position, 1,
                    mod(t.position + t.participant_id, 8), 1 + mod(t.position, 9), 1 + mod(t.participant_id, 9),
                    1000 + mod(t.position * 37, 3000), t.position + 1, current_timestamp
                from trial t join participant p on p.id = t.participant_id
                where p.set_id = ? and p.slot_number < ? and t.position between ? and ?
                order by t.participant_id, t.position""", set, people, from, to);
        new RecordCheck(JdbcClient.create(jdbc)).rebuild(set);
    }

    private HttpResponse<String> poll(Visitor staff, String etag, int status) {
        HttpResponse<String> answer = staff.get("/sets/" + set + "/live", "If-None-Match", etag);
        assertThat(answer.statusCode()).isEqualTo(status);
        return answer;
    }

    /** The flags are worked out beside, and come with a later look. */
    private static HttpResponse<String> withFlags(Visitor staff, String page) {
        Instant end = Instant.now().plusSeconds(60);
        HttpResponse<String> seen = staff.get(page + "/live");
        while (!seen.body().contains("class=\"flags\"")) {
            assertThat(Instant.now()).as("the flags have come").isBefore(end);
            seen = staff.get(page + "/live");
        }
        return seen;
    }

    private static String etag(HttpResponse<String> answer) {
        return answer.headers().firstValue("ETag").orElseThrow();
    }

    /** Of three times. */
    private double best(String what, Supplier<?> deed) {
        return DoubleStream.generate(() -> timed(what, deed)).limit(3).min().orElseThrow();
    }

    private double timed(String what, Supplier<?> deed) {
        long start = System.nanoTime();
        deed.get();
        double millis = (System.nanoTime() - start) / 1e6;
        System.out.printf("%s, %s: %.0f ms%n", getClass().getSimpleName(), what, millis);
        return millis;
    }
}
