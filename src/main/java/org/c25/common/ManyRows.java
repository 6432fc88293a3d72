package org.c25.common;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collections;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Inserts many rows at once, in the open transaction: on PostgreSQL by {@code COPY}, which sends them as one stream
 * instead of one statement each, and on other databases in batches.
 */
@Component
public class ManyRows {

    private static final Pattern INSERT = Pattern.compile("insert into (\\w+) \\(([\\w, \n]+)\\)");
    private static final int BATCH = 1000;
    private static final int BUFFER = 1 << 16;

    private final JdbcTemplate jdbc;

    public ManyRows(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Takes rows one after the other. */
    public interface Sink {

        /** Takes a row: a value for each column, each a number, a text, a truth value, a time, or null. */
        void row(@Nullable Object... values) throws SQLException;
    }

    /** Hands over all rows. */
    public interface Rows {

        void writeTo(Sink sink) throws SQLException;
    }

    /**
     * Inserts the rows, all or none.
     *
     * @param insert names the table and the columns, such as {@code insert into trial (participant_id, position)}
     * @throws org.springframework.dao.DataAccessException if a row does not fit
     */
    public void insert(String insert, Rows rows) {
        Matcher parts = INSERT.matcher(insert);
        if (!parts.matches()) {
            throw new IllegalArgumentException("not a table and its columns: " + insert);
        }
        jdbc.execute((ConnectionCallback<Boolean>) connection -> {
            if (connection.isWrapperFor(PGConnection.class)) {
                copy(connection.unwrap(PGConnection.class), parts.group(1), parts.group(2), rows);
            } else {
                insertInBatches(connection, insert, parts.group(2).split(",").length, rows);
            }
            return true;
        });
    }

    private static void copy(PGConnection connection, String table, String columns, Rows rows) throws SQLException {
        CopyIn copy = connection.getCopyAPI().copyIn("copy " + table + " (" + columns + ") from stdin");
        try {
            StringBuilder buffer = new StringBuilder(BUFFER + 1000);
            rows.writeTo(values -> {
                append(buffer, values);
                if (buffer.length() > BUFFER) {
                    send(copy, buffer);
                }
            });
            send(copy, buffer);
            copy.endCopy();
        } finally {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        }
    }

    private static void send(CopyIn copy, StringBuilder buffer) throws SQLException {
        byte[] bytes = buffer.toString().getBytes(StandardCharsets.UTF_8);
        copy.writeToCopy(bytes, 0, bytes.length);
        buffer.setLength(0);
    }

    /** Writes a row in the text format of {@code COPY}. */
    public static void append(StringBuilder line, @Nullable Object... values) {
        for (int i = 0; i < values.length; i++) {
            if (i > 0) {
                line.append('\t');
            }
            Object value = values[i];
            if (value == null) {
                line.append("\\N");
            } else if (value instanceof CharSequence text) {
                appendEscaped(line, text);
            } else {
                line.append(value);
            }
        }
        line.append('\n');
    }

    private static void appendEscaped(StringBuilder line, CharSequence text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '\\' -> line.append("\\\\");
                case '\t' -> line.append("\\t");
                case '\n' -> line.append("\\n");
                case '\r' -> line.append("\\r");
                default -> line.append(c);
            }
        }
    }

    private static void insertInBatches(Connection connection, String insert, int columns, Rows rows)
            throws SQLException {
        String marks = String.join(", ", Collections.nCopies(columns, "?"));
        try (PreparedStatement statement = connection.prepareStatement(insert + " values (" + marks + ")")) {
            int[] waiting = {0};
            rows.writeTo(values -> {
                for (int i = 0; i < values.length; i++) {
                    statement.setObject(i + 1, values[i]);
                }
                statement.addBatch();
                if (++waiting[0] == BATCH) {
                    statement.executeBatch();
                    waiting[0] = 0;
                }
            });
            if (waiting[0] > 0) {
                statement.executeBatch();
            }
        }
    }
}
