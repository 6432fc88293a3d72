package org.c25.enrolment;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Whatever a link brings that nobody filled in is no ID, and whatever might be one is. */
class UnfilledIdTest {

    @Property
    void aPlaceholderIsNoIdHoweverOftenItIsEncoded(
            @ForAll("placeholders") String placeholder, @ForAll @IntRange(max = 3) int encodings) {
        String text = placeholder;
        for (int i = 0; i < encodings; i++) {
            text = URLEncoder.encode(text, StandardCharsets.UTF_8);
        }
        assertThat(OutsideId.in(text)).as(text).isEmpty();
    }

    @Provide
    Arbitrary<String> placeholders() {
        Arbitrary<String> names = Arbitraries.of(
                "PROLIFIC_PID",
                "workerId",
                "SURVEY_CODE",
                "ID",
                "id",
                "participant.id",
                "e://Field/PROLIFIC_PID",
                "anything");
        Arbitrary<String> marks = Arbitraries.of(
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
        return Combinators.combine(marks, names).as((mark, name) -> mark.formatted(name));
    }

    @Property
    void aWordForNothingIsNoId(
            @ForAll("words") String word, @ForAll boolean upper, @ForAll("surroundings") String around) {
        String text = around + (upper ? word.toUpperCase(Locale.ROOT) : word) + around;
        assertThat(OutsideId.in(text)).as(text).isEmpty();
    }

    @Provide
    Arbitrary<String> words() {
        return Arbitraries.of(
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
    }

    @Provide
    Arbitrary<String> surroundings() {
        return Arbitraries.of("", " ", "\"", "'", "\t", "\u200B", "%22", "%20");
    }

    @Property
    void anIdStaysOneAlsoWithSuchAWordInIt(@ForAll("ids") String id) {
        assertThat(OutsideId.in(id)).as(id).contains(new OutsideId(id));
    }

    @Provide
    Arbitrary<String> ids() {
        Arbitrary<String> prolific =
                Arbitraries.strings().withChars("0123456789abcdef").ofLength(24);
        Arbitrary<String> mturk = Arbitraries.strings()
                .withCharRange('A', 'Z')
                .withCharRange('0', '9')
                .ofLength(13)
                .map(rest -> "A" + rest);
        Arbitrary<String> sona = Arbitraries.integers().between(1, 99_999).map(String::valueOf);
        Arbitrary<String> withWords = Combinators.combine(
                        Arbitraries.of("test", "null", "none", "id", "undefined"),
                        Arbitraries.strings()
                                .withCharRange('a', 'z')
                                .numeric()
                                .ofMinLength(4)
                                .ofMaxLength(9))
                .as((word, rest) -> word + "7" + rest);
        return Arbitraries.oneOf(
                prolific, mturk, sona, withWords, Arbitraries.of("maria@example.org", "참여자-7", "a_b__c", "7%"));
    }
}
