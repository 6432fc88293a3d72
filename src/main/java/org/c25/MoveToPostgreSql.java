package org.c25;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import org.c25.common.Causes;
import org.flywaydb.core.Flyway;
import org.springframework.core.env.SimpleCommandLinePropertySource;
import org.springframework.core.env.StandardEnvironment;

/**
 * The command {@code move-to-postgresql}: copies everything from the H2 database in the data folder into an empty
 * PostgreSQL database, in one transaction, and compares the two before it commits. It takes the settings with which the
 * server will start afterwards: {@code --c25.data-dir} and {@code --spring.datasource.…}. H2 is only read.
 */
final class MoveToPostgreSql {

    private static final String ERA = "era";

    static final String NAME = "move-to-postgresql";

    private final PrintStream out;

    private MoveToPostgreSql(PrintStream out) {
        this.out = out;
    }

    /**
     * Runs the command.
     *
     * @return the process's exit code: 0 if everything is moved; 1 if the two differ; 2 if it could not be done. Unless it
     *     is 0, the PostgreSQL database has nothing but empty tables
     */
    static int run(String[] options, PrintStream out) {
        StandardEnvironment settings = new StandardEnvironment();
        settings.getPropertySources().addFirst(new SimpleCommandLinePropertySource(options));
        Path folder = Path.of(settings.getProperty("c25.data-dir", "data"))
                .toAbsolutePath()
                .normalize();
        String url = settings.getProperty("spring.datasource.url", "");
        if (!url.startsWith("jdbc:postgresql:")) {
            out.println(
                    "Name the PostgreSQL database: --spring.datasource.url=jdbc:postgresql://host/name, with username"
                            + " and password.");
            return 2;
        }
        if (!Files.exists(folder.resolve("c25.mv.db"))) {
            out.println("There is no H2 database in " + folder + ". Name its folder: --c25.data-dir=…");
            return 2;
        }
        String h2 = "jdbc:h2:file:" + folder.resolve("c25") + EmbeddedDatabase.MODES;
        String user = settings.getProperty("spring.datasource.username", "");
        String password = settings.getProperty("spring.datasource.password", "");
        try {
            migrate(h2, "sa", "");
            migrate(url, user, password);
            try (Connection from = DriverManager.getConnection(h2, "sa", "");
                    Connection to = DriverManager.getConnection(url, user, password)) {
                return new MoveToPostgreSql(out).move(from, to) ? 0 : 1;
            }
        } catch (SQLException | RuntimeException e) {
            out.println("Nothing was moved: " + Causes.bottom(e));
            out.println("Stop the server first, which has the H2 database to itself.");
            return 2;
        }
    }

    private static void migrate(String url, String user, String password) {
        Flyway.configure()
                .dataSource(url, user, password)
                .locations("classpath:db/migration")
                .load()
                .migrate();
    }

    private boolean move(Connection from, Connection to) throws SQLException {
        to.setAutoCommit(false);
        from.setAutoCommit(false);
        List<MovedTable> tables = MovedTable.all(from, to);
        for (MovedTable table : tables) {
            if (table.name().equals(ERA)) {
                // A migration has put a row of its own there.
                try (Statement empty = to.createStatement()) {
                    empty.executeUpdate("delete from " + ERA);
                }
            } else if (table.isFilled(to)) {
                out.println("The table " + table.name()
                        + " of the PostgreSQL database has rows already. Nothing was moved.");
                return false;
            }
        }
        boolean same = true;
        for (MovedTable table : tables) {
            table.copy(from, to);
            MovedTable.Sum before = table.sum(from);
            MovedTable.Sum after = table.sum(to);
            boolean equal = before.equals(after);
            same &= equal;
            out.println(String.format(
                    Locale.ROOT,
                    "%-28s %,12d rows  %s  %s",
                    table.name(),
                    before.rows(),
                    before.hash().substring(0, 16),
                    equal ? "equal" : "DIFFERS: " + after.rows() + " rows, " + after.hash()));
        }
        if (!same) {
            to.rollback();
            out.println("The copy differs from the original, so nothing was moved.");
            return false;
        }
        to.commit();
        out.println(
                "Everything is in PostgreSQL. Start the server with the same settings; images, frozen packages and keys"
                        + " stay in the data folder. Keep c25.mv.db until you have a backup, then delete it.");
        return true;
    }
}
