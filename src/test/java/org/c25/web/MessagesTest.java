package org.c25.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What participants read is there in every language, and nothing is there that nobody reads. */
class MessagesTest {

    private static final Pattern VALUE = Pattern.compile("\\{\\d}");

    /** A value with its form by number, if it has one; and the marks of Markdown and of what is under way. */
    private static final Pattern SHAPE =
            Pattern.compile("\\{\\d[^}]*}|(?m)^#+ |^\\| | …(?=\n)|…$|\\n\\n|\\]\\(|\\*\\*");

    private static final Pattern KEY = Pattern.compile("#\\{(\\|?)([a-z0-9.-]+)");

    @ParameterizedTest
    @MethodSource("translations")
    void everyLanguageHasTheSameKeysWithTheSameValuesInThem(String language) throws IOException {
        Properties english = messages("messages.properties");
        Properties translated = messages("messages_" + language + ".properties");

        assertThat(translated.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
        for (String key : english.stringPropertyNames()) {
            String text = translated.getProperty(key);
            assertThat(text).as(key).isNotBlank();
            assertThat(values(text)).as(key).isEqualTo(values(english.getProperty(key)));
            assertThat(new MessageFormat(text).format(new Object[] {"(0)", "(1)"}))
                    .as(key + ": a single quote hides what follows it")
                    .isEqualTo(text.replace("{0}", "(0)").replace("{1}", "(1)").replace("\'\'", "'"));
        }
    }

    /**
     * Every language says the same in the same shape: each value as often, the same forms by number ({@code choice} and
     * the like; at present no language has any, since counts stand where every number reads well), as many headings, rows
     * and paragraphs, the same folded sections, and an ellipsis where English has one.
     */
    @ParameterizedTest
    @MethodSource("translations")
    void everyLanguageIsInStepWithEnglish(String language) throws IOException {
        Properties english = messages("messages.properties");
        Properties translated = messages("messages_" + language + ".properties");

        for (String key : english.stringPropertyNames()) {
            assertThat(shape(translated.getProperty(key))).as(key).isEqualTo(shape(english.getProperty(key)));
        }
    }

    private static List<String> shape(String message) {
        return SHAPE.matcher(message).results().map(MatchResult::group).sorted().toList();
    }

    static Stream<String> translations() {
        return Languages.ALL.stream().map(Locale::getLanguage).filter(language -> !language.equals("en"));
    }

    @Test
    void everyLanguageSaysItsOwnNameAndItsDirection() {
        assertThat(new Languages().all())
                .extracting(Languages.Choice::tag, Languages.Choice::name, Languages.Choice::direction)
                .containsExactly(
                        tuple("en", "English", "ltr"),
                        tuple("ko", "한국어", "ltr"),
                        tuple("ja", "日本語", "ltr"),
                        tuple("zh", "中文", "ltr"),
                        tuple("es", "Español", "ltr"),
                        tuple("de", "Deutsch", "ltr"),
                        tuple("fr", "Français", "ltr"),
                        tuple("ar", "العربية", "rtl"));
    }

    @Test
    void everyKeyThatATemplateNamesIsThereAndEveryKeyIsUsed() throws IOException {
        Set<String> keys = messages("messages.properties").stringPropertyNames();
        Set<String> unused = new TreeSet<>(keys);
        Matcher named = KEY.matcher(sources());
        while (named.find()) {
            String key = named.group(2);
            if (named.group(1).isEmpty()) {
                assertThat(keys).contains(key);
                unused.remove(key);
            } else {
                assertThat(keys).anyMatch(other -> other.startsWith(key));
                unused.removeIf(other -> other.startsWith(key));
            }
        }
        unused.removeIf(key -> sources().contains('"' + key + '"'));
        assertThat(unused).isEmpty();
    }

    private static String sources() {
        return Stream.of("frontend/templates", "src/main/java")
                .map(Path::of)
                .map(MessagesTest::textBelow)
                .collect(Collectors.joining());
    }

    private static String textBelow(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            StringBuilder text = new StringBuilder();
            for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
                text.append(Files.readString(file));
            }
            return text.toString();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static Set<String> values(String message) {
        return VALUE.matcher(message).results().map(match -> match.group()).collect(Collectors.toSet());
    }

    private static Properties messages(String name) throws IOException {
        Properties messages = new Properties();
        try (InputStream in = MessagesTest.class.getResourceAsStream("/" + name)) {
            messages.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        }
        return messages;
    }
}
