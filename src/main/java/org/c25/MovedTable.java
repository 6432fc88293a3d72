package org.c25;

import java.math.BigInteger;
import java.sql.Clob;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.c25.common.ManyRows;
import org.c25.common.Sha256;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** A table that is moved from one database to another. */
final class MovedTable {

    private static final String HISTORY = "flyway_schema_history";
    private static final int FETCH = 1000;
    private static final BigInteger MODULUS = BigInteger.ONE.shiftLeft(256);

    private final String name;
    private final List<String> columns;

    private MovedTable(String name, List<String> columns) {
        this.name = name;
        this.columns = columns;
    }

    String name() {
        return name;
    }

    /**
     * Returns all tables, each after those that its foreign keys lead to.
     *
     * @throws SQLException if the two databases have not the same tables and columns
     */
    static List<MovedTable> all(Connection from, Connection to) throws SQLException {
        Map<String, Set<String>> here = columns(from);
        if (!here.equals(columns(to))) {
            throw new SQLException("the two databases have not the same tables and columns: " + here.keySet());
        }
        Map<String, Set<String>> needs = new HashMap<>();
        for (String table : here.keySet()) {
            needs.put(table, parents(to, table));
        }
        Set<String> order = new LinkedHashSet<>();
        while (order.size() < here.size()) {
            int before = order.size();
            here.keySet().stream()
                    .filter(table -> order.containsAll(needs.getOrDefault(table, Set.of())))
                    .forEach(order::add);
            if (order.size() == before) {
                throw new SQLException("foreign keys run in a circle: " + here.keySet());
            }
        }
        List<MovedTable> tables = new ArrayList<>();
        for (String table : order) {
            tables.add(new MovedTable(table, List.copyOf(here.getOrDefault(table, Set.of()))));
        }
        return tables;
    }

    private static Map<String, Set<String>> columns(Connection database) throws SQLException {
        Map<String, Set<String>> columns = new LinkedHashMap<>();
        try (ResultSet row = database.getMetaData().getColumns(database.getCatalog(), database.getSchema(), "%", "%")) {
            while (row.next()) {
                String table = row.getString("TABLE_NAME");
                if (!table.equals(HISTORY) && isTable(database, table)) {
                    columns.computeIfAbsent(table, t -> new TreeSet<>()).add(row.getString("COLUMN_NAME"));
                }
            }
        }
        return columns;
    }

    /** Not an index or a sequence, which PostgreSQL also tells the columns of. */
    private static boolean isTable(Connection database, String table) throws SQLException {
        try (ResultSet row = database.getMetaData()
                .getTables(database.getCatalog(), database.getSchema(), table, new String[] {
                    "TABLE", "BASE TABLE", "PARTITIONED TABLE"
                })) {
            return row.next();
        }
    }

    private static Set<String> parents(Connection database, String table) throws SQLException {
        Set<String> parents = new TreeSet<>();
        DatabaseMetaData data = database.getMetaData();
        try (ResultSet row = data.getImportedKeys(database.getCatalog(), database.getSchema(), table)) {
            while (row.next()) {
                parents.add(row.getString("PKTABLE_NAME"));
            }
        }
        parents.remove(table); // One COPY checks such a key at its end.
        return parents;
    }

    boolean isFilled(Connection database) throws SQLException {
        try (Statement statement = database.createStatement();
                ResultSet row = statement.executeQuery("select 1 from " + name + " limit 1")) {
            return row.next();
        }
    }

    /** Copies all rows, and lets the numbers that the database itself gives go on where they were. */
    void copy(Connection from, Connection to) throws SQLException {
        new ManyRows(new JdbcTemplate(new SingleConnectionDataSource(to, true)))
                .insert("insert into " + name + " (" + String.join(", ", columns) + ")", sink -> each(from, sink::row));
        String next = "select identity_base from information_schema.columns"
                + " where table_schema = current_schema and table_name = ? and column_name = 'id' and identity_base is not null";
        try (PreparedStatement statement = from.prepareStatement(next)) {
            statement.setString(1, name);
            try (ResultSet row = statement.executeQuery();
                    Statement restart = to.createStatement()) {
                if (row.next()) {
                    restart.execute("alter table " + name + " alter column id restart with " + row.getLong(1));
                }
            }
        }
    }

    /**
     * Returns how many rows there are, and the sum of the SHA-256 of each, which does not depend on their order and is the
     * same for the same values in either database.
     */
    Sum sum(Connection database) throws SQLException {
        long[] rows = {0};
        BigInteger[] sum = {BigInteger.ZERO};
        each(database, values -> {
            StringBuilder line = new StringBuilder();
            ManyRows.append(line, values);
            rows[0]++;
            sum[0] = sum[0].add(new BigInteger(1, HexFormat.of().parseHex(Sha256.of(line.toString()))))
                    .mod(MODULUS);
        });
        return new Sum(rows[0], String.format(Locale.ROOT, "%064x", sum[0]));
    }

    record Sum(long rows, String hash) {}

    private interface Reader {

        void row(@Nullable Object... values) throws SQLException;
    }

    private void each(Connection database, Reader reader) throws SQLException {
        try (Statement statement = database.createStatement()) {
            statement.setFetchSize(FETCH);
            try (ResultSet row = statement.executeQuery("select " + String.join(", ", columns) + " from " + name)) {
                ResultSetMetaData data = row.getMetaData();
                while (row.next()) {
                    @Nullable Object[] values = new Object[columns.size()];
                    for (int i = 0; i < values.length; i++) {
                        values[i] = value(row, i + 1, data.getColumnType(i + 1));
                    }
                    reader.row(values);
                }
            }
        }
    }

    /** Returns a value in the form that both databases have in common. */
    private static @Nullable Object value(ResultSet row, int column, int type) throws SQLException {
        if (type == Types.TIMESTAMP_WITH_TIMEZONE || type == Types.TIMESTAMP) {
            OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
            return time == null ? null : time.toInstant().toString();
        }
        Object value = row.getObject(column);
        if (value instanceof byte[] bytes) {
            return "\\x" + HexFormat.of().formatHex(bytes);
        }
        if (value instanceof Clob clob) {
            return clob.getSubString(1, (int) clob.length());
        }
        if (value instanceof Short || value instanceof Integer || value instanceof Long) {
            return ((Number) value).longValue();
        }
        return value instanceof Number || value instanceof Boolean ? value : row.getString(column);
    }
}
