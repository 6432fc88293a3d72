package org.c25.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.c25.storage.DatabaseCheck.Condition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.util.unit.DataSize;

/** H2 on a disk that is full and has room again, under the hands of people who write. */
class EmbeddedCheckTest {

    private static final int PEOPLE = 6;

    @TempDir
    Path folder;

    private HikariDataSource pool;
    private EmbeddedCheck check;

    @BeforeEach
    void aDatabase() throws Exception {
        FullDisk.register();
        String url = "jdbc:h2:" + FullDisk.SCHEME + ":" + folder.resolve("c25") + ";WRITE_DELAY=0;TRACE_LEVEL_FILE=0";
        pool = new HikariDataSource();
        pool.setJdbcUrl(url);
        pool.setUsername("sa");
        pool.setPassword("");
        pool.setInitializationFailTimeout(-1);
        DatabaseConnections connections = new DatabaseConnections(pool);
        pool.setDataSource(connections);
        JdbcConnectionDetails database = new JdbcConnectionDetails() {

            @Override
            public String getJdbcUrl() {
                return url;
            }

            @Override
            public String getUsername() {
                return "sa";
            }

            @Override
            public String getPassword() {
                return "";
            }
        };
        check = new EmbeddedCheck(database, connections, new DataFolder(folder, DataSize.ofBytes(0)));
        try (Connection connection = pool.getConnection()) {
            connection.createStatement().execute("create table answer (id int primary key)");
        }
    }

    @AfterEach
    void roomForAll() {
        FullDisk.setFull(false);
        check.close();
        pool.close();
    }

    @Test
    @Timeout(120)
    void whatWasAcknowledgedIsThereAndAllGoesOnByItselfWhenThereIsRoom() throws Exception {
        assertThat(check.look()).isEqualTo(Condition.SOUND);
        AtomicInteger number = new AtomicInteger();
        Set<Integer> acknowledged = ConcurrentHashMap.newKeySet();
        AtomicInteger refused = new AtomicInteger();
        AtomicBoolean done = new AtomicBoolean();
        ExecutorService people = Executors.newFixedThreadPool(PEOPLE);
        List<Future<?>> writing = new ArrayList<>();
        for (int i = 0; i < PEOPLE; i++) {
            writing.add(people.submit(() -> {
                while (!done.get()) {
                    int id = number.incrementAndGet();
                    try {
                        write(id);
                        acknowledged.add(id);
                    } catch (SQLException full) {
                        refused.incrementAndGet();
                    }
                }
            }));
        }
        for (int round = 0; round < 3; round++) {
            until(acknowledged, acknowledged.size() + 50);

            FullDisk.setFull(true);
            int before = refused.get();
            while (check.look() != Condition.AWAY || refused.get() == before) {
                pause();
            }
            FullDisk.setFull(false);
            while (check.look() != Condition.SOUND) {
                pause();
            }
        }
        until(acknowledged, acknowledged.size() + 50);
        done.set(true);
        for (Future<?> one : writing) {
            one.get();
        }
        people.shutdown();

        assertThat(written()).containsAll(acknowledged);
        assertThat(refused.get()).isPositive();
    }

    /** Between two looks at a state that is waited for. */
    private static void pause() {
        LockSupport.parkNanos(1_000_000);
        if (Thread.interrupted()) {
            throw new IllegalStateException("It took too long.");
        }
    }

    /** Looking goes on meanwhile, as it does every second: a session that ends late can close the database once more. */
    private void until(Set<Integer> acknowledged, int size) {
        while (acknowledged.size() < size) {
            check.look();
            pause();
        }
    }

    @Test
    @Timeout(120)
    void aDatabaseThatIsClosedUnderItsPoolIsOpenedAnew() throws Exception {
        assertThat(check.look()).isEqualTo(Condition.SOUND);
        write(1);
        try (Connection connection = pool.getConnection()) {
            connection.createStatement().execute("shutdown immediately");
        } catch (SQLException closed) {
            // As it is meant to be.
        }

        while (check.look() != Condition.SOUND) {
            pause();
        }

        assertThatCode(() -> write(2)).doesNotThrowAnyException();
        assertThat(written()).containsExactly(1, 2);
    }

    private void write(int id) throws SQLException {
        try (Connection connection = pool.getConnection()) {
            connection.setAutoCommit(false);
            try (PreparedStatement insert = connection.prepareStatement("insert into answer values (?)")) {
                insert.setInt(1, id);
                insert.executeUpdate();
            }
            connection.commit();
        }
    }

    /** As after a start: from the file and nothing else. */
    private List<Integer> written() throws SQLException {
        List<Integer> ids = new ArrayList<>();
        try (Connection connection = pool.getConnection();
                ResultSet rows = connection.createStatement().executeQuery("select id from answer order by id")) {
            while (rows.next()) {
                ids.add(rows.getInt(1));
            }
        }
        return ids;
    }
}
