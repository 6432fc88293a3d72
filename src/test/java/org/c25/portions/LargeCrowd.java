package org.c25.portions;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.c25.testing.Api;
import org.c25.testing.Database;
import org.c25.testing.Lab;
import org.c25.testing.OnBothDatabases;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A large crowd, tried out: {@code bin/large-crowd}. It is no part of the build's tests, for it takes minutes. All of them
 * come by HTTP, many at a time; every fiftieth stops halfway, and their slot is given on.
 */
@OnBothDatabases
class LargeCrowd {

    private static final int IMAGES = Integer.getInteger("c25.crowd.images", 10_000);
    private static final int RATINGS = Integer.getInteger("c25.crowd.ratings", 5);
    private static final int PEOPLE = Integer.getInteger("c25.crowd.people", 1000);
    private static final int AT_ONCE = Integer.getInteger("c25.crowd.at-once", 16);
    private static final int PORTION = (IMAGES * RATINGS + PEOPLE - 1) / PEOPLE;
    private static final int DROP_OUT = 50;
    private static final int SPARE = 16;
    private static final int INVITED_AT_ONCE = 500;

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Database database;

    private Lab lab;
    private long set;

    @Test
    void everyImageGetsExactlyItsRatings() throws Exception {
        Api staff = Api.stranger(port).admin();
        lab = new Lab(staff);
        long study = lab.study(Map.of("repeatShare", 0.1));
        Map<String, Object> parts = new HashMap<>(Lab.parts(Lab.manifest(IMAGES), Lab.zip(IMAGES)));
        parts.put("ratingsPerImage", String.valueOf(RATINGS));
        parts.put("imagesPerPerson", String.valueOf(PORTION));
        set = staff.upload("/api/v1/studies/" + study + "/sets", parts)
                .expect(201)
                .json()
                .get("id")
                .asLong();
        long begin = System.nanoTime();
        lab.open(set);
        say("%d rating slots are made in %.1f s", IMAGES * RATINGS, seconds(begin));
        int dropOuts = PEOPLE / DROP_OUT;
        List<String> tokens = invite(PEOPLE + dropOuts + SPARE);

        begin = System.nanoTime();
        Crowd crowd = new Crowd(port, AT_ONCE);
        List<Crowd.Visit> visits =
                crowd.rate(tokens.subList(0, PEOPLE + dropOuts), lab, set, index -> index % DROP_OUT == DROP_OUT - 1);
        double took = seconds(begin);
        // Whoever came while the last images were just being given on; and those who find that nothing is left.
        visits = new ArrayList<>(visits);
        visits.addAll(crowd.rate(tokens.subList(PEOPLE + dropOuts, tokens.size())));

        long answers = one("select count(*) from rating where set_id = ?");
        say(
                "%d people, %d at a time: %d answers in %.0f s, %.0f a second, joining included",
                visits.stream().filter(Crowd.Visit::isIn).count(), AT_ONCE, answers, took, answers / took);
        assertThat(one("""
                        select count(*) from (select item_id from rating_slot where set_id = ? and participant_id is not null
                            group by item_id having count(*) = %d) whole""".formatted(RATINGS)))
                .as("images with all their ratings")
                .isEqualTo(IMAGES);
        for (String dimension : List.of("expression", "valence", "arousal")) {
            List<String> rows = new String(
                            lab.export(set, dimension + "_set1_C" + RATINGS + ".csv"), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .toList();
            assertThat(rows).hasSize(IMAGES).noneMatch(row -> row.endsWith(",") || row.contains(",,"));
        }
        assertThat(one("select max(n) from (select count(*) as n from rating where set_id = ? and repeat_of is null"
                        + " group by participant_id) each_one"))
                .as("the most images of one person")
                .isLessThanOrEqualTo(PORTION);
        assertThat(one("select count(*) from (select 1 as one from rating where set_id = ? and repeat_of is null"
                        + " group by participant_id, item_id having count(*) > 1) twice"))
                .isZero();
        tellClaims(visits.subList(0, PEOPLE));
        if (database == Database.POSTGRESQL) {
            tellSizes();
        }
    }

    private List<String> invite(int count) {
        List<String> tokens = new ArrayList<>();
        while (tokens.size() < count) {
            tokens.addAll(lab.invite(set, Math.min(INVITED_AT_ONCE, count - tokens.size())));
        }
        return tokens;
    }

    /** Joining takes as long for the last as for the first: all of them wait for the same few statements. */
    private void tellClaims(List<Crowd.Visit> visits) {
        int tenth = visits.size() / 10;
        List<Double> medians = IntStream.range(0, 10)
                .mapToObj(part -> median(visits.subList(part * tenth, (part + 1) * tenth)))
                .toList();
        say(
                "milliseconds to join, median by tenths of those who came: %s",
                medians.stream().map("%.0f"::formatted).toList());
        say(
                "the last tenth waited %.2f times as long as the first, and %.2f times as long as the second",
                medians.get(9) / medians.get(0), medians.get(9) / medians.get(1));
        // The first ones come to a server that is just started.
        assertThat(medians.get(9)).isLessThan(2 * Collections.max(medians.subList(1, 4)));
    }

    private static double median(List<Crowd.Visit> visits) {
        double[] sorted =
                visits.stream().mapToDouble(Crowd.Visit::joinedMillis).sorted().toArray();
        return sorted[sorted.length / 2];
    }

    private void tellSizes() {
        jdbc.sql("vacuum analyze").update();
        for (String table : List.of(
                "annotation",
                "rating",
                "trial",
                "rating_slot",
                "slot",
                "slot_event",
                "participant",
                "invitation",
                "item")) {
            long rows =
                    jdbc.sql("select count(*) from " + table).query(Long.class).single();
            List<String> indexes = jdbc.sql("""
                            select indexrelname || ' ' || round(pg_relation_size(indexrelid) / cast(:rows as numeric), 1)
                            from pg_stat_user_indexes where schemaname = current_schema() and relname = :table
                            order by pg_relation_size(indexrelid) desc""")
                    .param("rows", rows)
                    .param("table", table)
                    .query(String.class)
                    .list();
            long whole = size("pg_total_relation_size", table);
            say(
                    "%s: %d rows, %.0f B a row; heap %.1f, %s",
                    table,
                    rows,
                    whole / (double) rows,
                    size("pg_relation_size", table) / (double) rows,
                    String.join(", ", indexes));
        }
    }

    private long size(String function, String table) {
        return jdbc.sql("select " + function + "(cast(? as regclass))")
                .param(table)
                .query(Long.class)
                .single();
    }

    private long one(String query) {
        return jdbc.sql(query).param(set).query(Long.class).single();
    }

    private static double seconds(long begin) {
        return (System.nanoTime() - begin) / 1e9;
    }

    private void say(String format, Object... values) {
        System.out.println("large crowd [" + database.product + "] " + String.format(format, values));
    }
}
