package org.c25;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the documents point at is there: files, headings, classes and decision records. */
class DocumentsTest {

    private static final Path DOCS = Path.of("docs");
    private static final Path DECISIONS = DOCS.resolve("decisions");

    private static final Pattern FENCE = Pattern.compile("^```.*?^```", Pattern.DOTALL | Pattern.MULTILINE);
    private static final Pattern LINK = Pattern.compile("\\[[^]]*]\\(([^)\\s]+)\\)");
    private static final Pattern HEADING = Pattern.compile("^#+ (.+)$", Pattern.MULTILINE);
    private static final Pattern SECTION = Pattern.compile("^## (.+)$", Pattern.MULTILINE);
    private static final Pattern FIRST_CELL = Pattern.compile("^\\| ([^|]+?) \\|", Pattern.MULTILINE);

    /** A name in backticks as classes have it; a method may follow. */
    private static final Pattern NAMED = Pattern.compile("`((?:[A-Z][a-z0-9]+)+)(?:\\.[a-z]\\w*(?:\\(\\))?)?`");

    private static final Pattern FILE = Pattern.compile("`([\\w/.-]+\\.(?:java|js|html|css))`");
    private static final Pattern TYPE = Pattern.compile("\\b(?:class|record|interface|enum) ([A-Z]\\w*)");

    /** What the documents name of Java, of libraries, of other programs and of HTTP. */
    private static final Set<String> OTHERS = Set.of("""
            AcceptHeaderLocaleResolver AuthenticationConverter AuthenticationFilter Bearer
            BearerTokenAuthenticationFilter BufferedWriter Cipher CookieCsrfTokenRepository
            CookieLocaleResolver CookieRequestCache HexFormat HttpOnly Int8 JdbcClient JdbcTemplate
            LinkedHashMap LocaleChangeInterceptor LocaleResolver Mac MessageDigest MimeMessage
            MimeMessageHelper MockHttpServletRequest OutOfMemoryError OutputStream Range RequestCache
            ResponseCookie RetryTemplate Secure SoftReference String Thumbs Training WebUtils WriteListener""".split("\\s+"));

    @Test
    void everyLinkLeadsToAFileAndItsHeading() {
        Map<Path, String> pages = pages();
        List<String> broken = new ArrayList<>();
        pages.forEach((page, text) -> links(text).forEach(link -> {
            Path target = target(page, link);
            if (!Files.exists(target)) {
                broken.add(page + ": " + link + " leads to no file");
            } else if (link.contains("#")
                    && !anchors(pages.get(target)).contains(link.substring(link.indexOf('#') + 1))) {
                broken.add(page + ": " + link + " leads to no heading");
            }
        }));
        assertThat(broken).isEmpty();
    }

    @Test
    void everyClassAndFileThatIsNamedIsThere() {
        Map<Path, String> sources = sources();
        Set<String> types = sources.values().stream()
                .flatMap(source -> found(TYPE, source).stream())
                .collect(Collectors.toCollection(() -> new TreeSet<>(OTHERS)));
        List<String> unknown = new ArrayList<>();
        pages().forEach((page, text) -> {
            found(NAMED, text).stream()
                    .filter(name -> !types.contains(name))
                    .forEach(name -> unknown.add(page + ": no class is called " + name));
            found(FILE, text).stream()
                    .filter(name -> sources.keySet().stream().noneMatch(source -> source.endsWith(name)))
                    .forEach(name -> unknown.add(page + ": there is no file " + name));
        });
        assertThat(unknown).isEmpty();
    }

    @Test
    void everyDecisionSaysWhyAndStandsInTheIndex() {
        Map<Path, String> records = pages();
        records.keySet().removeIf(path -> !path.startsWith(DECISIONS));
        String index = records.remove(DECISIONS.resolve("README.md"));

        records.forEach((path, text) -> assertThat(found(SECTION, text))
                .as("the sections of " + path)
                .containsExactly("Status", "Context", "Decision", "Consequences"));
        assertThat(index.lines().filter(line -> line.startsWith("- ")))
                .as("the lines of the index, by number")
                .containsExactlyElementsOf(records.entrySet().stream()
                        .map(one -> indexLine(one.getKey().getFileName().toString(), one.getValue()))
                        .toList());
    }

    @Test
    void theGlossaryIsInAlphabeticalOrder() {
        List<String> words = found(FIRST_CELL, read(DOCS.resolve("glossary.md")));
        List<String> entries = words.subList(2, words.size());
        assertThat(entries).hasSizeGreaterThan(20).isSortedAccordingTo(String.CASE_INSENSITIVE_ORDER);
    }

    private static String indexLine(String file, String record) {
        assertThat(record).as(file).startsWith("# " + Integer.parseInt(file.substring(0, 4)) + ". ");
        return record.lines().findFirst().orElseThrow().replaceFirst("# (\\d+)\\. (.+)", "- $1: [$2](" + file + ")");
    }

    private static Path target(Path page, String link) {
        String file = link.replaceFirst("#.*", "");
        return file.isEmpty() ? page : page.resolveSibling(file).normalize();
    }

    /** Those within the project. */
    private static List<String> links(String text) {
        return found(LINK, FENCE.matcher(text).replaceAll("")).stream()
                .filter(link -> !link.matches("\\w+:.*"))
                .toList();
    }

    /** As GitHub makes them of headings, and the server's own help of the rows of tables, too. */
    private static Set<String> anchors(String text) {
        String plain = FENCE.matcher(text).replaceAll("");
        return Stream.concat(found(HEADING, plain).stream(), found(FIRST_CELL, plain).stream())
                .map(heading -> heading.replaceAll("]\\([^)]*\\)", "")
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^\\p{L}\\p{N} _-]", "")
                        .replace(' ', '-'))
                .collect(Collectors.toSet());
    }

    /** All that people read about the project, by path. */
    static Map<Path, String> pages() {
        Map<Path, String> pages = files(DOCS, ".md");
        try (Stream<Path> front = Files.list(Path.of(""))) {
            front.filter(path -> path.toString().endsWith(".md")).forEach(path -> pages.put(path, read(path)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return pages;
    }

    /** Classes, tests, scripts, styles and templates, by path. */
    static Map<Path, String> sources() {
        Map<Path, String> sources = files(Path.of("src"), ".java");
        Stream.of(".js", ".html", ".css").forEach(ending -> sources.putAll(files(Path.of("frontend"), ending)));
        return sources;
    }

    static List<String> found(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(match -> match.group(1)).toList();
    }

    static String read(Path path) {
        try {
            return Files.readString(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<Path, String> files(Path folder, String ending) {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(path -> path.toString().endsWith(ending))
                    .collect(Collectors.toMap(path -> path, DocumentsTest::read, (one, other) -> one, TreeMap::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
