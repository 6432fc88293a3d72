package org.c25.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Templates and style sheets are written in one way, and what many pages share stands once. */
class TemplatesTest {

    private static final Path TEMPLATES = Path.of("frontend/templates");
    private static final Path STYLES = Path.of("frontend/static/css");
    private static final Path SCRIPTS = Path.of("frontend/static/js");
    private static final int LONGEST_LINE = 160;

    private static final Pattern DECLARATION = Pattern.compile("[a-z-]+: .*;|--[a-z0-9-]+: .*;");
    private static final Pattern LIST_ENTRY = Pattern.compile("(?m)^ \\* - (.*)$");
    private static final Pattern SECTION = Pattern.compile("(?m)^/\\* (.*) \\*/$");
    /** The fragment takes the element's place before its condition is asked. */
    private static final Pattern CONDITION_THAT_IS_PASSED_OVER = Pattern.compile(
            "<[^<>]*th:(if|unless|each)=[^<>]*th:replace=|<[^<>]*th:replace=[^<>]*th:(if|unless|each)=");

    private static final Pattern FORM = Pattern.compile("(?s)<form[^>]*\"post\".*?</form>");
    private static final Pattern TYPED_INTO = Pattern.compile(
            "<textarea name|<select name|<input (?!type=\"(hidden|checkbox|radio)\")[^>]*name=|:: (fields|csv)");

    private static final String ADDRESS = "(?:href|src|srcset|action|formaction|data-(?:src|from|held|live|state))";
    private static final Pattern ADDRESS_MADE = Pattern.compile("th:" + ADDRESS + "=\"([^\"]*)\"");

    /**
     * Addresses that need no path in front: a part of the same page, the page with another query, what a fragment is given, what
     * a recruiter gives, a job's, which have it already, and no address at all.
     */
    private static final Pattern WITHOUT_ROOT = Pattern.compile(
            "[|']?[#?].*|\\$\\{(address|everything|back|from|job\\..*|job\\.state.*|query\\.startingAt.*)}");

    /**
     * Forms of which nothing is refused field by field: one asks who somebody is, one only shows, and of a flag's note the page
     * is too costly to be made again.
     */
    private static final Set<String> WITHOUT_FAULTS = Set.of(
            "accounts/sign-in.html",
            "forms/sign-in-again.html",
            "forms/send-again.html",
            "forms/participant-again.html",
            "quality/flags.html");

    static List<Path> templates() throws IOException {
        return files(TEMPLATES, ".html");
    }

    static List<Path> scriptsAndStyles() throws IOException {
        return Stream.concat(files(SCRIPTS, ".js").stream(), styles().stream()).toList();
    }

    static List<Path> styles() throws IOException {
        return files(STYLES, ".css");
    }

    private static List<Path> files(Path folder, String ending) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("templates")
    void noLineIsLongerThanAScreen(Path template) throws IOException {
        List<String> lines = Files.readAllLines(template);

        assertThat(IntStream.range(0, lines.size()).filter(i -> lines.get(i).length() > LONGEST_LINE))
                .as("lines, from 0, of more than " + LONGEST_LINE + " characters")
                .isEmpty();
        assertThat(lines).noneMatch(line -> line.contains("\t"));
    }

    /** The doctype is that of the page's own file: without it, browsers draw the page in quirks mode. */
    @ParameterizedTest
    @MethodSource("templates")
    void aPageIsDrawnInStandardsMode(Path template) throws IOException {
        assertThat(Files.readString(template)).startsWith("<!DOCTYPE html>\n");
    }

    /** An address that begins at the root of the host leads away from a server that lies under a path. */
    @ParameterizedTest
    @MethodSource("templates")
    void everyAddressBeginsWithThePathUnderWhichTheServerLies(Path template) throws IOException {
        String text = Files.readString(template);

        assertThat(text).doesNotContainPattern("(?<![\\w:-])" + ADDRESS + "=\"/");
        assertThat(ADDRESS_MADE
                        .matcher(text)
                        .results()
                        .map(found -> found.group(1))
                        .filter(made -> !made.contains("@{")
                                && !WITHOUT_ROOT.matcher(made).matches()))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("scriptsAndStyles")
    void noScriptAndNoStyleSheetNamesAnAddressFromTheRootOfTheHost(Path file) throws IOException {
        assertThat(Files.readString(file)).doesNotContainPattern("(?<!#call\\(|\\$=)[\"'`]/[a-z$]|url\\([\"']?/");
    }

    @ParameterizedTest
    @MethodSource("templates")
    void whatManyPagesShareComesFromTheFragments(Path template) throws IOException {
        String text = Files.readString(template);

        if (!template.startsWith(TEMPLATES.resolve("fragments"))) {
            assertThat(text)
                    .doesNotContain("class=\"set-header\"", "problem.faults()", "class=\"once\"", "name=\"viewport\"");
            assertThat(text).doesNotContainPattern("<details[^>]*class=\"card\"");
        }
    }

    @ParameterizedTest
    @MethodSource("templates")
    void noFragmentTakesThePlaceOfACondition(Path template) throws IOException {
        assertThat(Files.readString(template)).doesNotContainPattern(CONDITION_THAT_IS_PASSED_OVER);
    }

    /** The faults themselves are marked by {@link FaultMarker}; without the list on top nobody would look for them. */
    @ParameterizedTest
    @MethodSource("templates")
    void aFormThatCanBeRefusedTellsItsFaults(Path template) throws IOException {
        String text = Files.readString(template);
        boolean refused = FORM.matcher(text)
                .results()
                .anyMatch(form -> TYPED_INTO.matcher(form.group()).find());

        if (refused && !WITHOUT_FAULTS.contains(TEMPLATES.relativize(template).toString())) {
            assertThat(text).containsAnyOf(":: faults(", ":: upload-faults(", "role=\"alert\"");
        }
    }

    /** One selector a line, one declaration a line, two spaces a level, and an empty line before each rule. */
    @ParameterizedTest
    @MethodSource("styles")
    void styleSheetsAreWrittenInOneWay(Path style) throws IOException {
        String text = withoutComments(Files.readString(style));
        List<String> faults = new ArrayList<>();
        int depth = 0;
        String before = "{";
        for (String line : text.split("\n", -1)) {
            String words = line.strip();
            depth -= words.equals("}") ? 1 : 0;
            boolean indented = line.equals("  ".repeat(depth) + words);
            if (!words.isEmpty() && !(indented && isOneThing(words, depth))) {
                faults.add(line);
            }
            if (words.endsWith("{") && before.endsWith(";")) {
                faults.add("no empty line before " + line);
            }
            depth += words.endsWith("{") ? 1 : 0;
            before = words;
        }

        assertThat(faults).isEmpty();
        assertThat(depth).isZero();
    }

    private static String withoutComments(String text) {
        return Pattern.compile("(?s)[ ]*/\\*.*?\\*/").matcher(text).replaceAll("");
    }

    private static boolean isOneThing(String words, int depth) {
        boolean declaration =
                depth > 0 && DECLARATION.matcher(words).matches() && words.indexOf(';') == words.length() - 1;
        boolean selector = (words.endsWith(" {") || words.endsWith(",")) && commasOutsideBrackets(words) <= 1;
        return words.equals("}") || declaration || selector;
    }

    private static int commasOutsideBrackets(String words) {
        String bare = words;
        for (String less = ""; !less.equals(bare); ) {
            less = bare;
            bare = bare.replaceAll("\\([^()]*\\)", "");
        }
        return (int) bare.chars().filter(c -> c == ',').count() + (bare.endsWith("{") && !bare.startsWith("@") ? 1 : 0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"c25.css", "staff.css"})
    void theSectionsOfAStyleSheetStandInTheOrderOfItsList(String sheet) throws IOException {
        String text = Files.readString(STYLES.resolve(sheet));

        List<String> listed = groups(LIST_ENTRY, text);
        assertThat(listed).isNotEmpty().doesNotHaveDuplicates();
        assertThat(groups(SECTION, text)).isEqualTo(listed);
    }

    private static List<String> groups(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();
    }
}
