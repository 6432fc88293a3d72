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
 * The walls between packages hold in SQL, too: a table belongs to the one package that writes it, and no other names it but
 * for what is meant. Two packages are read models: they read over many tables, and write none.
 */
class SqlWallsTest {

    private static final Path SOURCES = Path.of("src", "main", "java", "org", "c25");
    private static final Path MIGRATIONS = Path.of("db", "migration");

    private static final Pattern TABLE = Pattern.compile("create table (\\w+)");
    private static final Pattern TEXT =
            Pattern.compile("\"\"\"(.*?)\"\"\"|\"((?:\\\\.|[^\"\\\\\n])*)\"", Pattern.DOTALL);
    private static final Pattern NAMED = Pattern.compile("\\b(?:from|join|into|update)\\s+(\\w+)");
    private static final Pattern WRITTEN = Pattern.compile("\\b(?:into|update|delete\\s+from)\\s+(\\w+)");
    private static final Pattern TABLE_OF_ENTITY = Pattern.compile("@Table\\(name = \"(\\w+)\"");

    private static final Pattern STATEMENT = Pattern.compile("\\b(?:select|insert|update|delete|join|where)\\b");
    private static final Pattern ENTITY = Pattern.compile("@Entity\\s+(?:@\\w+\\s+)*(?:public )?class (\\w+)");

    /** Packages that read over many tables for a page or a copy, write none, and say so in their package-info. */
    private static final Set<String> READ_MODELS = Set.of("monitoring", "personaldata");

    private static final String READS_ONLY = "This package only reads";

    /**
     * {@code annotation} keeps the answers that count beside the record, and {@code ratings} is their reader. The check of
     * the two against each other joins trials and people: for millions of answers one statement is the quick way.
     */
    private static final Set<String> PASSAGES = new TreeSet<>(List.of(
            "annotation.RecordCheck reads participant of participation",
            "annotation.RecordCheck reads trial of participation",
            "ratings.RatingMatrix reads rating of annotation",
            "ratings.RatingReader reads rating of annotation",
            "ratings.RatingSlotReader reads rating of annotation"));

    @Test
    void eachTableHasOnePackageThatWritesIt() {
        assertThat(writers(tables()).entrySet())
                .allMatch(writers -> writers.getValue().size() == 1);
    }

    @Test
    void readModelsWriteNothingAndSaySo() {
        assertThat(writers(tables()).values())
                .as("the packages that write")
                .allMatch(writers -> READ_MODELS.stream().noneMatch(writers::contains));
        assertThat(READ_MODELS)
                .allSatisfy(room -> assertThat(read(SOURCES.resolve(room).resolve("package-info.java")))
                        .contains(READS_ONLY));
    }

    @Test
    void noPackageNamesTheTableOfAnotherBut() {
        Set<String> tables = tables();
        Map<String, Set<String>> writers = writers(tables);

        Set<String> passages = new TreeSet<>();
        sources().forEach((path, source) -> {
            String room = room(path);
            for (String table : found(NAMED, sql(source))) {
                Set<String> owners = writers.getOrDefault(table, Set.of());
                if (tables.contains(table) && !owners.contains(room) && !READ_MODELS.contains(room)) {
                    passages.add(room + "." + name(path) + " reads " + table + " of " + String.join(", ", owners));
                }
            }
        });

        assertThat(passages).isEqualTo(PASSAGES);
    }

    @Test
    void noTableIsWrittenByAnEntityAndInSql() {
        Set<String> ofEntities = sources().values().stream()
                .flatMap(source -> Stream.concat(found(TABLE_OF_ENTITY, source).stream(), entities(source).stream()))
                .filter(tables()::contains)
                .collect(Collectors.toSet());

        assertThat(ofEntities).contains("study", "account", "image_set");
        assertThat(sources().values())
                .allSatisfy(source -> assertThat(found(WRITTEN, sql(source))).doesNotContainAnyElementsOf(ofEntities));
    }

    private static Set<String> tables() {
        return files(MIGRATIONS, ".sql").values().stream()
                .flatMap(sql -> found(TABLE, sql).stream())
                .collect(Collectors.toSet());
    }

    /** The packages that write each table, by an entity or in SQL. */
    private static Map<String, Set<String>> writers(Set<String> tables) {
        Map<String, Set<String>> writers = new TreeMap<>();
        sources()
                .forEach((path, source) -> Stream.of(
                                found(WRITTEN, sql(source)), found(TABLE_OF_ENTITY, source), entities(source))
                        .flatMap(List::stream)
                        .filter(tables::contains)
                        .forEach(table -> writers.computeIfAbsent(table, name -> new TreeSet<>())
                                .add(room(path))));
        return writers;
    }

    /** By the names that Spring gives to the tables of entities. */
    private static List<String> entities(String source) {
        return found(ENTITY, source).stream()
                .map(name -> name.replaceAll("(?<=[a-z])([A-Z])", "_$1").toLowerCase(Locale.ROOT))
                .toList();
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

    private static String name(Path source) {
        return source.getFileName().toString().replace(".java", "");
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
