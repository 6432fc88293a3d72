package org.c25.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.c25.testing.Databases;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;

/**
 * A pooler before PostgreSQL is found out. The one here does what PgBouncer does at the beginning of a connection: it
 * tells the client the number of a process that there is not. {@code bin/ha} has PgBouncer itself.
 */
@Tag("server")
class PoolerTest {

    private static Databases.Server server;
    private static ServerSocket entrance;

    @BeforeAll
    static void aPooler() throws IOException {
        server = Databases.Server.running();
        URI there = URI.create(server.url().substring("jdbc:".length()));
        entrance = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        start(() -> {
            while (true) {
                Socket client = entrance.accept();
                Socket database = new Socket(there.getHost(), there.getPort());
                start(() -> client.getInputStream().transferTo(database.getOutputStream()));
                start(() -> pass(database, client));
            }
        });
    }

    @AfterAll
    static void close() throws IOException {
        entrance.close();
    }

    private interface Work {

        void run() throws IOException;
    }

    private static void start(Work work) {
        Thread thread = new Thread(() -> {
            try {
                work.run();
            } catch (IOException closed) {
                // One of the two has hung up.
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    /** Passes on each message of the server: a letter, its length with these four bytes, and what it says. */
    private static void pass(Socket database, Socket client) throws IOException {
        DataInputStream in = new DataInputStream(database.getInputStream());
        DataOutputStream out = new DataOutputStream(client.getOutputStream());
        while (true) {
            byte letter = in.readByte();
            int length = in.readInt();
            byte[] words = in.readNBytes(length - 4);
            if (letter == 'K') {
                ByteBuffer.wrap(words).putInt(0, 1_234_567);
            }
            out.writeByte(letter);
            out.writeInt(length);
            out.write(words);
            out.flush();
        }
    }

    private static Connection direct() throws SQLException {
        return DriverManager.getConnection(server.url(), server.user(), server.password());
    }

    private static Connection pooled() throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + entrance.getLocalPort() + "/postgres?sslmode=disable",
                server.user(),
                server.password());
    }

    private static int threshold(Connection connection) throws SQLException {
        return connection.unwrap(PGConnection.class).getPrepareThreshold();
    }

    private static String shown(Connection connection, String setting) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("show " + setting)) {
            row.next();
            return row.getString(1);
        }
    }

    @Test
    void statementsArePreparedOnTheServerWhereNoPoolerIs() throws SQLException {
        try (Connection connection = direct()) {
            Connection safe = new Pooler().safe(connection);

            assertThat(safe).isSameAs(connection);
            assertThat(threshold(safe)).isPositive();
        }
    }

    @Test
    void throughAPoolerNothingIsPreparedOnTheServer() throws SQLException {
        try (Connection connection = pooled()) {
            assertThat(threshold(new Pooler().safe(connection))).isZero();
        }
    }

    @Test
    void throughAPoolerATransactionHasItsIsolationAndLeavesNoneBehind() throws SQLException {
        try (Connection connection = pooled()) {
            Connection safe = new Pooler().safe(connection);
            int before = safe.getTransactionIsolation();

            safe.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            safe.setAutoCommit(false);
            assertThat(shown(safe, "transaction_isolation")).isEqualTo("repeatable read");
            assertThat(shown(safe, "default_transaction_isolation")).isEqualTo("read committed");
            safe.commit();
            safe.setAutoCommit(true);
            safe.setTransactionIsolation(before);

            safe.setAutoCommit(false);
            assertThat(shown(safe, "transaction_isolation")).isEqualTo("read committed");
            safe.rollback();
        }
    }
}
