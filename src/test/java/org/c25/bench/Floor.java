package org.c25.bench;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

/**
 * What the database itself can take: rows as those of the record, one commit each, by a prepared statement, with the
 * same number of connections. The table has the record's columns and unique keys, and no foreign key.
 */
final class Floor {

    static final String INSERT = "insert into bench_annotation (id, participant_id, position, revision, expression,"
            + " valence, arousal, response_time_millis, input_device, viewport_width, viewport_height, answered,"
            + " recorded_at) values (?, ?, ?, 1, ?, ?, ?, ?, 'mouse', 1280, 720, ?, ?)";

    private final JdbcConnectionDetails database;

    Floor(JdbcConnectionDetails database) {
        this.database = database;
    }

    void makeTable() throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute("drop table if exists bench_annotation");
            statement.execute("create table bench_annotation as select * from annotation where 1 = 0");
            for (String column : List.of("id", "participant_id", "position", "revision")) {
                statement.execute("alter table bench_annotation alter column " + column + " set not null");
            }
            statement.execute("alter table bench_annotation add primary key (id)");
            statement.execute("alter table bench_annotation add unique (participant_id, position, revision)");
        }
    }

    static void fill(PreparedStatement insert, UUID id) throws SQLException {
        insert.setObject(1, id);
        insert.setLong(2, id.getMostSignificantBits());
        insert.setInt(3, (int) id.getLeastSignificantBits());
        insert.setInt(4, 3);
        insert.setInt(5, 4);
        insert.setInt(6, 5);
        insert.setLong(7, 1234);
        insert.setInt(8, 1);
        insert.setTimestamp(9, new Timestamp(System.currentTimeMillis()));
    }

    Latencies run(int connections, int seconds) throws SQLException, InterruptedException {
        ExecutorService threads = Executors.newFixedThreadPool(connections);
        try {
            long start = System.nanoTime();
            long end = start + seconds * 1_000_000_000L;
            List<Callable<Latencies>> work = new ArrayList<>();
            for (int i = 0; i < connections; i++) {
                work.add(() -> commitUntil(end));
            }
            Latencies all = new Latencies();
            for (Future<Latencies> one : threads.invokeAll(work)) {
                all.addAll(one.get());
            }
            all.took(System.nanoTime() - start);
            return all;
        } catch (ExecutionException e) {
            throw new SQLException(e.getCause());
        } finally {
            threads.shutdown();
        }
    }

    private Latencies commitUntil(long end) throws SQLException {
        Latencies latencies = new Latencies();
        long person = UUID.randomUUID().getMostSignificantBits();
        try (Connection connection = connect();
                PreparedStatement insert = connection.prepareStatement(INSERT)) {
            long now = System.nanoTime();
            for (int position = 0; now < end; position++) {
                fill(insert, new UUID(person, position));
                insert.executeUpdate();
                long then = System.nanoTime();
                latencies.add(then - now);
                now = then;
            }
        }
        return latencies;
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(database.getJdbcUrl(), database.getUsername(), database.getPassword());
    }
}
