package org.c25.recruiting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.Generate.oneOf;
import static org.quicktheories.generators.SourceDSL.arbitrary;
import static org.quicktheories.generators.SourceDSL.integers;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.c25.testing.Texts;
import org.junit.jupiter.api.Test;
import org.quicktheories.core.Gen;

/** Whatever a link brings that nobody filled in is no ID, and whatever might be one is. */
class PlaceholderIdTest {

    private static final List<String> NAMES = List.of(
            "PROLIFIC_PID",
            "workerId",
            "SURVEY_CODE",
            "ID",
            "id",
            "participant.id",
            "e://Field/PROLIFIC_PID",
            "anything");

    private static final List<String> MARKS = List.of(
            "{{%%%s%%}}",
            "{{%s}}",
            "{%s}",
            "${%s}",
            "#{%s}",
            "%%{%s}",
            "[%s]",
            "[[%s]]",
            "<%s>",
            "<%%=%s%%>",
            "%%%s%%",
            "%%%%%s%%%%",
            "__%s__",
            "@@%s",
            "@@%s@@",
            "$%s$",
            "(%s)",
            "##%s##",
            "@{%s}");

    private static final List<String> WORDS = List.of(
            "null",
            "undefined",
            "none",
            "test",
            "nan",
            "n/a",
            "NaN",
            "id",
            "prolific_pid",
            "$PROLIFIC_PID",
            "workerId",
            "survey_code",
            "assignmentId",
            "",
            "-",
            "?");

    private static final List<String> SURROUNDINGS = List.of("", " ", "\"", "'", "\t", "\u200B", "%22", "%20");

    @Test
    void aPlaceholderIsNoIdHoweverOftenItIsEncoded() {
        for (String mark : MARKS) {
            for (String name : NAMES) {
                String text = mark.formatted(name);
                for (int encodings = 0; encodings <= 3; encodings++) {
                    assertThat(ExternalId.in(text)).as(text).isEmpty();
                    text = URLEncoder.encode(text, StandardCharsets.UTF_8);
                }
            }
        }
    }

    @Test
    void aWordForNothingIsNoId() {
        for (String around : SURROUNDINGS) {
            for (String word : WORDS) {
                for (String text : List.of(around + word + around, around + word.toUpperCase(Locale.ROOT) + around)) {
                    assertThat(ExternalId.in(text)).as(text).isEmpty();
                }
            }
        }
    }

    @Test
    void anIdStaysOneAlsoWithSuchAWordInIt() {
        qt().withExamples(1000)
                .forAll(ids())
                .checkAssert(id -> assertThat(ExternalId.in(id)).as(id).contains(new ExternalId(id)));
    }

    private static Gen<String> ids() {
        Gen<String> prolific = Texts.of("0123456789abcdef", 24, 24);
        Gen<String> mturk =
                Texts.of("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789", 13, 13).map(rest -> "A" + rest);
        Gen<String> sona = integers().between(1, 99_999).map(number -> Integer.toString(number));
        Gen<String> withWords = arbitrary()
                .pick("test", "null", "none", "id", "undefined")
                .zip(Texts.of("abcdefghijklmnopqrstuvwxyz0123456789", 4, 9), (word, rest) -> word + "7" + rest);
        return oneOf(prolific, mturk, sona, withWords, arbitrary().pick("maria@example.org", "참여자-7", "a_b__c", "7%"));
    }
}
