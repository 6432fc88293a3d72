package org.c25;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The walls between packages hold in SQL, too: a table belongs to the package that writes it, and no other names it. The
 * one exception is meant: {@code annotation} keeps the table {@code rating}, and {@code ratings} reads it.
 */
class SqlWallsTest {

    private static final Path SOURCES = Path.of("src", "main", "java", "org", "c25");
    private static final Path MIGRATIONS = Path.of("db", "migration");

    private static final Pattern TABLE = Pattern.compile("create table (\\w+)");
    private static final Pattern TEXT =
            Pattern.compile("\"\"\"(.*?)\"\"\"|\"((?:\\\\.|[^\"\\\\\n])*)\"", Pattern.DOTALL);
    private static final Pattern NAMED = Pattern.compile("\\b(?:from|join|into|update)\\s+(\\w+)");
    private static final Pattern WRITTEN = Pattern.compile("\\binto\\s+(\\w+)|@Table\\(name = \"(\\w+)\"");

    private static final Pattern STATEMENT = Pattern.compile("\\b(?:select|insert|update|delete|join|where)\\b");
    private static final Pattern ENTITY = Pattern.compile("@Entity\\s+(?:@\\w+\\s+)*(?:public )?class (\\w+)");

    /** Meant to be so, and what is still to be walled in: this list gets shorter, and nothing is added to it. */
    private static final Set<String> PASSAGES = new TreeSet<>(List.of(
            "ratings reads rating of annotation",
            "annotation reads participant of enrolment",
            "annotation reads trial of enrolment",
            "enrolment reads audit_event of audit",
            "enrolment reads image_set of sets",
            "enrolment reads item of sets",
            "enrolment reads study of studies",
            "progress reads item of sets",
            "progress reads participant of enrolment",
            "progress reads picture_report of annotation",
            "progress reads slot of enrolment",
            "progress reads slot_event of enrolment",
            "progress reads trial of enrolment",
            "progress reads withdrawal of enrolment"));

    @Test
    void noPackageNamesTheTableOfAnotherBut() {
        Set<String> tables = tables();
        Map<String, Set<String>> owners = owners(tables);
        assertThat(owners.entrySet())
                .as("each table has one package that writes it")
                .allMatch(owner -> owner.getValue().size() == 1);

        Set<String> passages = new TreeSet<>();
        for (Map.Entry<Path, String> source : sources().entrySet()) {
            String room = room(source.getKey());
            for (String table : found(NAMED, sql(source.getValue()))) {
                String owner =
                        owners.getOrDefault(table, Set.of(room)).iterator().next();
                if (tables.contains(table) && !owner.equals(room)) {
                    passages.add(room + " reads " + table + " of " + owner);
                }
            }
        }

        assertThat(passages).isEqualTo(PASSAGES);
    }

    private static Set<String> tables() {
        return files(MIGRATIONS, ".sql").values().stream()
                .flatMap(sql -> found(TABLE, sql).stream())
                .collect(Collectors.toSet());
    }

    private static Map<String, Set<String>> owners(Set<String> tables) {
        Map<String, Set<String>> owners = new TreeMap<>();
        sources()
                .forEach((path, source) -> Stream.concat(found(WRITTEN, source).stream(), entities(source))
                        .filter(tables::contains)
                        .forEach(table -> owners.computeIfAbsent(table, name -> new TreeSet<>())
                                .add(room(path))));
        return owners;
    }

    /** By the names that Spring gives to the tables of entities. */
    private static Stream<String> entities(String source) {
        return found(ENTITY, source).stream()
                .map(name -> name.replaceAll("(?<=[a-z])([A-Z])", "_$1").toLowerCase(Locale.ROOT));
    }

    private static Map<Path, String> sources() {
        return files(SOURCES, ".java");
    }

    private static Map<Path, String> files(Path folder, String ending) {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(path -> path.toString().endsWith(ending))
                    .collect(Collectors.toMap(path -> path, SqlWallsTest::read));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path path) {
        try {
            return Files.readString(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String room(Path source) {
        return SOURCES.relativize(source).getName(0).toString();
    }

    /** What stands in quotes and looks like SQL. */
    private static String sql(String source) {
        return found(TEXT, source).stream()
                .filter(text -> STATEMENT.matcher(text).find())
                .collect(Collectors.joining(" ; "));
    }

    private static List<String> found(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(SqlWallsTest::group).toList();
    }

    private static String group(MatchResult match) {
        return match.group(1) != null || match.groupCount() < 2 ? match.group(1) : match.group(2);
    }
}
