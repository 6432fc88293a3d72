package org.c25;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Migrations expand first and contract later: nodes of the version before still run while those of the new one start, so
 * a migration takes nothing away that the version before reads, and asks for nothing that it does not write. One that has
 * to says so, and then all nodes are stopped before it. {@code bin/ha --from} tries a version beside the next.
 */
class MigrationRulesTest {

    private static final Path MIGRATIONS = Path.of("db", "migration");

    /** The last migration of the version before. Whoever makes a release puts the release's last one here. */
    private static final int BEFORE = 33;

    private static final String STOP_FIRST = "-- stop all nodes first:";

    private static final Map<String, Pattern> NOT_BESIDE = Map.of(
            "drops a table", Pattern.compile("\\bdrop table (?:if exists )?(\\w+)"),
            "drops a column", Pattern.compile("\\balter table (\\w+) drop column"),
            "renames", Pattern.compile("\\balter table (\\w+) .*?\\brename\\b"),
            "changes a type", Pattern.compile("\\balter table (\\w+) alter (?:column )?\\w+ (?:set data )?type\\b"),
            "asks for a value", Pattern.compile("\\balter table (\\w+) alter (?:column )?\\w+ set not null"),
            "adds a column that has to have a value",
                    Pattern.compile(
                            "\\balter table (\\w+) add (?:column )?(?!constraint)(?!.*\\bdefault\\b).*\\bnot null"),
            "adds a rule",
                    Pattern.compile(
                            "\\balter table (\\w+) add (?:constraint \\w+ )?(?:check|unique|foreign key|primary key)\\b"),
            "allows no second row", Pattern.compile("\\bcreate unique index (?:if not exists )?\\w+ on (\\w+)"));

    @Test
    void nothingIsTakenAwayThatTheVersionBeforeNeeds() {
        Map<String, String> faults = new LinkedHashMap<>();
        for (Path file : migrations()) {
            if (version(file) > BEFORE && !read(file).contains(STOP_FIRST)) {
                for (String fault : faults(read(file), tablesBefore())) {
                    faults.merge(file.getFileName().toString(), fault, (one, more) -> one + "; " + more);
                }
            }
        }
        assertThat(faults)
                .as("expand now and contract in the release after, or write \"%s <why>\" into it", STOP_FIRST)
                .isEmpty();
    }

    @Test
    void whatWouldBreakTheVersionBeforeIsFound() {
        TreeSet<String> tables = new TreeSet<>(List.of("item", "trial"));
        assertThat(List.of(
                        "alter table item drop column \n filename;",
                        "alter table item rename to picture;",
                        "alter table item alter column id type uuid;",
                        "alter table item alter column id set data type uuid;",
                        "alter table item add column size int not null;",
                        "alter table item add size int not null;",
                        "alter table item add constraint item_size_known check (size > 0);",
                        "alter table item alter column size set not null;",
                        "create unique index item_once on item (filename);",
                        "DROP TABLE item;"))
                .allSatisfy(sql -> assertThat(faults(sql, tables)).hasSize(1));
    }

    @Test
    void whatTheVersionBeforeDoesNotMindIsLetThrough() {
        TreeSet<String> tables = new TreeSet<>(List.of("item", "trial"));
        assertThat(List.of(
                        "create table fresh (id bigint primary key); alter table fresh add constraint a check (id > 0);",
                        "alter table item add column size int;",
                        "alter table item add column seen boolean not null default false;",
                        "alter table item drop constraint item_size_known;",
                        // A wider rule in place of a narrower one lets through whatever that did.
                        "alter table item drop constraint item_known; alter table item add constraint item_known check (a in (1, 2));",
                        "-- drop table item;\ncreate index item_size on item (size);"))
                .allSatisfy(sql -> assertThat(faults(sql, tables)).isEmpty());
    }

    private static List<String> faults(String migration, TreeSet<String> tablesBefore) {
        String sql =
                migration.replaceAll("--[^\n]*", "").replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
        return Stream.of(sql.split(";"))
                .flatMap(statement -> NOT_BESIDE.entrySet().stream()
                        .filter(rule -> found(rule.getValue(), statement)
                                .anyMatch(table -> tablesBefore.contains(table) && !isWiderRule(sql, statement)))
                        .map(rule -> rule.getKey() + ": " + statement.strip()))
                .toList();
    }

    private static boolean isWiderRule(String sql, String statement) {
        return Pattern.compile("\\badd constraint (\\w+)")
                .matcher(statement)
                .results()
                .anyMatch(added -> sql.contains("drop constraint " + added.group(1)));
    }

    private static Stream<String> found(Pattern rule, String statement) {
        return rule.matcher(statement).results().map((MatchResult match) -> match.group(1));
    }

    private static TreeSet<String> tablesBefore() {
        TreeSet<String> tables = new TreeSet<>();
        migrations().stream()
                .filter(file -> version(file) <= BEFORE)
                .forEach(file -> found(Pattern.compile("create table (\\w+)"), read(file))
                        .forEach(tables::add));
        return tables;
    }

    private static List<Path> migrations() {
        try (Stream<Path> files = Files.walk(MIGRATIONS)) {
            return files.filter(file -> file.toString().endsWith(".sql"))
                    .sorted(Comparator.comparing(MigrationRulesTest::version))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int version(Path file) {
        return Integer.parseInt(file.getFileName().toString().replaceFirst("^V(\\d+)__.*", "$1"));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
