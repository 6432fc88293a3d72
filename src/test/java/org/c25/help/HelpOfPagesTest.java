package org.c25.help;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every page of the staff has its part of the help, and no link within the help leads nowhere. */
class HelpOfPagesTest {

    private static final Path TEMPLATES = Path.of("frontend/templates");
    private static final Path DOCS = Path.of("docs");

    /** The layout itself, and the head of the pages on which participants rate. */
    private static final Set<String> OTHERS = Set.of("layout.html", "controls.html");

    private static final Pattern STAFF = Pattern.compile("layout :: staff\\(.*, '([^']+)', ~\\{:: main}\\)");
    private static final Pattern TO_HELP = Pattern.compile("href=\"@\\{/help/([^\"|$}]+)}\"");
    private static final Pattern TERM = Pattern.compile("page :: term\\('([^']+)'");
    private static final Pattern POINTS_AT = Pattern.compile("(?:href|src)=\"([^\"]+)\"");
    private static final Pattern ID = Pattern.compile(" id=\"([^\"]+)\"");

    private final HelpPages pages = new HelpPages();

    /** Those with the layout of the staff, and those that have a head of their own and are no participant's. */
    static List<Path> pagesOfStaff() throws IOException {
        return files(TEMPLATES, ".html").stream()
                .filter(file -> read(file).contains("layout :: staff(")
                        || read(file).contains("page :: page-meta")
                                && !OTHERS.contains(file.getFileName().toString()))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("pagesOfStaff")
    void everyPageOfTheStaffHasItsPartOfTheGuide(Path template) {
        String text = read(template);
        List<String> targets = found(text.contains("layout :: staff(") ? STAFF : TO_HELP, text);

        assertThat(targets)
                .as("write layout :: staff(title, 'guide/<document>.md#<heading>', ~{:: main})")
                .hasSize(1);
        assertThat(targets.get(0)).matches("guide/[\\w-]+\\.md#.+");
        assertThat(isThere(targets.get(0))).as(targets.get(0)).isTrue();
    }

    @Test
    void allPagesThatThereAreAreLookedAt() throws IOException {
        assertThat(pagesOfStaff()).hasSizeGreaterThan(38);
    }

    @Test
    void whatPagesLinkToInTheHelpIsThere() throws IOException {
        Set<String> missing = new TreeSet<>();
        for (Path template : files(TEMPLATES, ".html")) {
            Stream.concat(
                            found(TO_HELP, read(template)).stream(),
                            found(TERM, read(template)).stream().map(entry -> "glossary.md#" + entry))
                    .filter(target -> !isThere(target))
                    .forEach(target -> missing.add(template + ": " + target));
        }
        assertThat(missing).isEmpty();
    }

    static List<Path> documents() throws IOException {
        return files(DOCS, ".md");
    }

    @ParameterizedTest
    @MethodSource("documents")
    void everyLinkOfADocumentLeadsToAPageOfHelpOrAway(Path document) {
        HelpPage page = pages.page(path(document));
        List<String> broken = new ArrayList<>();
        for (String target : found(POINTS_AT, page.html())) {
            boolean elsewhere = target.matches("(https?|mailto):.*");
            String address = target.startsWith("#") ? document.getFileName() + target : target;
            if (!elsewhere
                    && !isThere(DOCS.relativize(document.resolveSibling(address).normalize())
                            .toString())) {
                broken.add(target);
            }
        }
        assertThat(broken).isEmpty();
        assertThat(page.html()).as("fetches nothing from elsewhere").doesNotContain("src=\"http", "<script", "<style");
        assertThat(page.html()).as("has no table that is none").doesNotContain("<p>|");
        assertThat(found(ID, page.html())).doesNotHaveDuplicates().doesNotContain("content");
    }

    @Test
    void theFirstPageOfHelpLeadsToAllOfTheGuide() throws IOException {
        String first = pages.page("guide/README").html();

        assertThat(files(DOCS.resolve("guide"), ".md"))
                .map(file -> file.getFileName().toString())
                .filteredOn(name -> !name.equals("README.md"))
                .hasSizeGreaterThan(8)
                .allSatisfy(name -> assertThat(first).contains("href=\"" + name + "\""));
    }

    private boolean isThere(String target) {
        Path file = DOCS.resolve(target.replaceFirst("#.*", ""));
        if (!Files.isRegularFile(file)) {
            return false;
        }
        if (!target.contains("#")) {
            return true;
        }
        HelpPage page = pages.page(path(file));
        Set<String> ids = Stream.concat(Stream.of(page.id()), found(ID, page.html()).stream())
                .collect(Collectors.toSet());
        return ids.contains(target.substring(target.indexOf('#') + 1));
    }

    private static String path(Path document) {
        return DOCS.relativize(document).toString().replaceFirst("\\.md$", "");
    }

    private static List<String> found(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(match -> match.group(1)).toList();
    }

    private static List<Path> files(Path folder, String ending) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
