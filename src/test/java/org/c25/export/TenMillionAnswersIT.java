package org.c25.export;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.LongSupplier;
import org.c25.testing.Api;
import org.c25.testing.ManyAnswers;
import org.c25.testing.Measured;
import org.c25.testing.RunningJar;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Measures how fast the finished jar, in a Java of 256 MB, exports ten million answers, beside PostgreSQL's own COPY of the
 * same rows in the same order: both in turn, in the same run, from the same server.
 *
 * <pre>mvn package -DskipTests
 * mvn test -Dtest=TenMillionAnswersIT -Dc25.measure=true</pre>
 *
 * <p>{@code -Dc25.images=40000} has a million answers. The database takes about 5 GB below {@code java.io.tmpdir} and is
 * deleted at the end.
 */
@Measured
class TenMillionAnswersIT {

    private static final int IMAGES = Integer.getInteger("c25.images", 400_000);
    private static final int PEOPLE = 25;
    private static final int TURNS = Integer.getInteger("c25.turns", 3);
    private static final double LEAST_RATIO = 0.5;

    private static final String LATEST = """
            not exists (select 1 from annotation later
                where later.participant_id = a.participant_id and later.position = a.position
                    and later.revision > a.revision)""";

    /** What is in the expression file, in its order. */
    private static final String CELLS = """
            select i.source_index, i.filename, s.number, a.expression
            from slot s
            join trial t on t.participant_id = s.participant_id and t.repeat_of is null
            join item i on i.id = t.item_id
            join annotation a on a.participant_id = t.participant_id and a.position = t.position
            where s.set_id = %d and\s""" + LATEST + " order by i.position, s.number";

    /** What is in the long file, in its order. */
    private static final String LONG = """
            select i.source_index, i.filename, s.number, t.position, t.repeat_of, a.expression, a.valence, a.arousal,
                a.response_time_millis, a.expression_time_millis, a.valence_time_millis, a.arousal_time_millis,
                a.hidden_time_millis, a.changes, a.input_device, a.viewport_width, a.viewport_height, a.dimmed,
                a.recorded_at, a.revision
            from slot s
            join trial t on t.participant_id = s.participant_id
            join item i on i.id = t.item_id
            join annotation a on a.participant_id = t.participant_id and a.position = t.position
            where s.set_id = %d and\s""" + LATEST + " order by s.number, t.position";

    @TempDir
    Path folder;

    @Test
    void tenMillionAnswersStreamOutOf256MegabytesAtHalfTheSpeedOfCopyOrMore() throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.builder()
                        .setDataDirectory(folder.resolve("postgresql"))
                        .setCleanDataDirectory(true)
                        .setServerConfig("max_wal_size", "8GB")
                        .start();
                RunningJar jar = RunningJar.startWith(
                        List.of("-Xmx256m"),
                        folder.resolve("data"),
                        "--c25.admin-password=" + Api.ADMIN_PASSWORD,
                        "--spring.datasource.url=" + postgres.getJdbcUrl("postgres", "postgres"),
                        "--spring.datasource.username=postgres",
                        "--spring.datasource.password=postgres")) {
            String token = jar.stranger()
                    .named("admin", Api.ADMIN_PASSWORD)
                    .post("/api/v1/tokens", Map.of("name", "measure"))
                    .expect(201)
                    .text("token");
            JdbcTemplate jdbc = new JdbcTemplate(postgres.getPostgresDatabase());
            long start = System.nanoTime();
            long set = withoutConstraints(
                    jdbc, () -> ManyAnswers.fill(jar.stranger().bearing(token), jdbc, IMAGES, PEOPLE));
            jdbc.execute("vacuum analyze");
            print("filled in %.0f s; the database has %s", seconds(start), size(jdbc));
            int rows = IMAGES * PEOPLE;
            String address = "http://localhost:" + jar.port() + "/api/v1/sets/" + set + "/exports/";

            double cells =
                    ratio(postgres, CELLS.formatted(set), rows, address + "expression_set1_C25.csv", token, IMAGES);
            int all = rows + ManyAnswers.hundredth(IMAGES, PEOPLE);
            double whole = ratio(postgres, LONG.formatted(set), all, address + "long_set1_C25.csv", token, all);
            if (!Boolean.getBoolean("c25.exports.only")) {
                Took zip = export(address + "data-package.zip", token);
                print("data-package.zip: %.0f s, %d MB", zip.seconds(), zip.bytes() / 1_000_000);
            }

            assertThat(List.of(cells, whole)).allMatch(ratio -> ratio >= LEAST_RATIO);
        }
    }

    /** The indexes are made afterwards, as they were: to fill them row by row takes longer. */
    private static long withoutConstraints(JdbcTemplate jdbc, LongSupplier filling) {
        String known = """
                select conname as name, conrelid::regclass::text as tbl, pg_get_constraintdef(oid) as def from pg_constraint
                where conrelid in ('trial'::regclass, 'annotation'::regclass) and contype in ('p', 'u', 'f')
                union all
                select conname, conrelid::regclass::text, pg_get_constraintdef(oid) from pg_constraint
                where confrelid = 'trial'::regclass and conrelid <> 'annotation'::regclass
                order by 3 desc, 2 desc""";
        record Constraint(String name, String table, String definition) {}
        List<Constraint> all =
                jdbc.query(known, (row, n) -> new Constraint(row.getString(1), row.getString(2), row.getString(3)));
        List<Constraint> foreignLast = new ArrayList<>(all);
        foreignLast.sort(Comparator.comparing(one -> one.definition().startsWith("FOREIGN")));
        for (int i = foreignLast.size() - 1; i >= 0; i--) {
            Constraint one = foreignLast.get(i);
            jdbc.execute("alter table " + one.table() + " drop constraint " + one.name());
        }
        jdbc.execute("drop index trial_of_item");
        long set = filling.getAsLong();
        for (Constraint one : foreignLast) {
            jdbc.execute("alter table " + one.table() + " add constraint " + one.name() + " " + one.definition());
        }
        jdbc.execute("create index trial_of_item on trial (item_id)");
        return set;
    }

    /** The best of COPY's times over the best of the export's. */
    private static double ratio(
            EmbeddedPostgres postgres, String select, long rows, String url, String token, long lines)
            throws IOException, SQLException {
        String file = url.replaceAll(".*/", "");
        double copying = Double.MAX_VALUE;
        double exporting = Double.MAX_VALUE;
        for (int turn = 1; turn <= TURNS; turn++) {
            Took copy = copy(postgres, select);
            Took export = export(url, token);
            print(
                    "%s, turn %d: COPY %.1f s (%d MB), export %.1f s (%d MB), ratio %.2f",
                    file,
                    turn,
                    copy.seconds(),
                    copy.bytes() / 1_000_000,
                    export.seconds(),
                    export.bytes() / 1_000_000,
                    copy.seconds() / export.seconds());
            assertThat(copy.rows()).isEqualTo(rows);
            assertThat(export.rows()).isEqualTo(lines + 1);
            copying = Math.min(copying, copy.seconds());
            exporting = Math.min(exporting, export.seconds());
        }
        print("%s: ratio %.2f of the best times", file, copying / exporting);
        return copying / exporting;
    }

    private record Took(double seconds, long bytes, long rows) {}

    private static Took copy(EmbeddedPostgres postgres, String select) throws IOException, SQLException {
        try (Connection connection = postgres.getPostgresDatabase().getConnection()) {
            Counter counter = new Counter();
            long start = System.nanoTime();
            long rows = connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyOut("copy (" + select + ") to stdout with (format csv)", counter);
            return new Took(seconds(start), counter.bytes, rows);
        }
    }

    private static Took export(String url, String token) throws IOException {
        HttpURLConnection connection =
                (HttpURLConnection) URI.create(url).toURL().openConnection();
        connection.setRequestProperty("Authorization", "Bearer " + token);
        Counter counter = new Counter();
        long start = System.nanoTime();
        try (InputStream in = connection.getInputStream()) {
            byte[] buffer = new byte[1 << 16];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                counter.write(buffer, 0, read);
            }
        }
        return new Took(seconds(start), counter.bytes, counter.lines);
    }

    private static final class Counter extends OutputStream {

        private long bytes;
        private long lines;

        @Override
        public void write(int b) {
            bytes++;
            lines += b == '\n' ? 1 : 0;
        }

        @Override
        public void write(byte[] b, int from, int length) {
            bytes += length;
            for (int i = from; i < from + length; i++) {
                lines += b[i] == '\n' ? 1 : 0;
            }
        }
    }

    private static String size(JdbcTemplate jdbc) {
        return jdbc.queryForObject("select pg_size_pretty(pg_database_size('postgres'))", String.class);
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }

    private static void print(String format, Object... args) {
        System.out.printf(Locale.ROOT, format + "%n", args);
    }
}
