package org.c25.studies;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.Generate.oneOf;
import static org.quicktheories.generators.SourceDSL.arbitrary;
import static org.quicktheories.generators.SourceDSL.booleans;
import static org.quicktheories.generators.SourceDSL.integers;
import static org.quicktheories.generators.SourceDSL.lists;
import static org.quicktheories.generators.SourceDSL.longs;
import static org.quicktheories.generators.SourceDSL.strings;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.c25.affect.Dimension;
import org.c25.common.Fault;
import org.c25.common.Problem;
import org.c25.protocol.BilingualText;
import org.c25.protocol.Design;
import org.c25.protocol.DropOutRules;
import org.c25.protocol.FlagThresholds;
import org.c25.protocol.Labels;
import org.c25.protocol.Pacing;
import org.c25.protocol.PageLanguages;
import org.c25.protocol.Presentation;
import org.c25.protocol.Protocol;
import org.c25.protocol.ProtocolChanges;
import org.c25.protocol.ProtocolFile;
import org.c25.protocol.Question;
import org.c25.protocol.QuestionLines;
import org.c25.protocol.Recruiter;
import org.c25.protocol.Recruitment;
import org.c25.protocol.ScaleDirection;
import org.c25.protocol.ScaleLabels;
import org.c25.protocol.TranslatedLabels;
import org.c25.protocol.TranslatedQuestion;
import org.c25.protocol.TrialOrdering;
import org.c25.testing.Texts;
import org.junit.jupiter.api.Test;
import org.quicktheories.core.Gen;

/** A protocol as a file, and a study's questions as lines: what is written is what is read again. */
class ProtocolFileTest {

    @Test
    void whatIsWrittenIsReadAgain() {
        qt().withExamples(300).forAll(protocols()).checkAssert(protocol -> {
            String file = ProtocolFile.write(protocol);

            assertThat(read(file)).isEqualTo(protocol);
            assertThat(ProtocolFile.write(read(file))).as("to the byte").isEqualTo(file);
        });
    }

    @Test
    void aFormFilledInFromAProtocolAndSentAsItIsMakesTheSame() {
        qt().withExamples(300).forAll(protocols()).checkAssert(protocol -> {
            StudyForm form = StudyForm.of(protocol);

            assertThat(form.protocol(protocol)).isEqualTo(protocol);
            Protocol anew = form.protocol(Preset.AFFECTNETC25.protocol());
            assertThat(anew.repeatShare()).isEqualTo(protocol.repeatShare());
            assertThat(anew.labels()).isEqualTo(protocol.labels());
            assertThat(anew.presentation()).isEqualTo(protocol.presentation());
            assertThat(anew.pacing()).isEqualTo(protocol.pacing());
            assertThat(anew.recruiter()).isEqualTo(protocol.recruiter());
        });
    }

    @Test
    void questionsAreWrittenAsLinesThatAreReadAgain() {
        qt().withExamples(500).forAll(ownQuestions()).checkAssert(questions -> {
            assertThat(QuestionLines.read("questions", QuestionLines.write(questions)))
                    .isEqualTo(questions);
        });
    }

    @Test
    void noAnswerHoldsOnToAProtocolThatIsTheSame() {
        qt().withExamples(300).forAll(protocols(), protocols()).checkAssert((one, other) -> {
            assertThat(ProtocolChanges.frozen(one, one)).isEmpty();
            assertThat(ProtocolChanges.fields(one, one)).isEmpty();
            assertThat(ProtocolChanges.fields(one, other).isEmpty()).isEqualTo(one.equals(other));
        });
    }

    @Test
    void theFieldsComeInTheOrderOfTheApiOneALine() {
        assertThat(ProtocolFile.write(Preset.AFFECTNETC25.protocol())
                        .lines()
                        .filter(line -> line.matches("  \"\\w+\".*")))
                .extracting(line -> line.replaceAll("^  \"|\" ?:.*", ""))
                .containsExactly(
                        "name",
                        "contact",
                        "consent",
                        "capacity",
                        "repeatShare",
                        "repeatMinimumLag",
                        "ordering",
                        "presentation",
                        "pacing",
                        "labels",
                        "questions",
                        "closingQuestions",
                        "recruiter",
                        "recruitment",
                        "dropOuts",
                        "quality");
    }

    @Test
    void whatIsUnknownIsNamedAndSoIsWhatIsUnfit() {
        assertThat(faults("{\"name\": \"a\", \"capcity\": 3}")).containsExactly("capcity");
        assertThat(faults("{\"name\": \"a\", \"pacing\": {\"breaks\": 3}}")).containsExactly("pacing.breaks");
        assertThat(faults("{\"name\": \"a\", \"pacing\": {\"breakEvery\": -3}}"))
                .containsExactly("pacing.breakEvery");
        assertThat(faults("{\"name\": \"a\", \"labels\": {\"valence\": {\"least\": {\"third\": \"\"}}}}"))
                .containsExactly("labels.valence.least.third");
        assertThat(faults("{\"name\": \"a\", \"capacity\": 2.5}")).containsExactly("capacity");
        assertThat(faults("{\"name\": \"a\", \"capacity\": 0, \"repeatShare\": 7}"))
                .containsExactly("capacity", "repeatShare");
        assertThat(faults("{\"name\": \"a\", \"ordering\": \"NONE\"}")).containsExactly("ordering");
        assertThat(faults("{\"capacity\": 3}")).containsExactly("name");
        assertThat(faults("[]")).containsExactly("protocol");
        assertThat(faults("null")).containsExactly("protocol");
        assertThat(faults("")).containsExactly("protocol");
        assertThat(faults("{\n\n\"name\": oops}")).containsExactly("protocol, line 3");
        assertThat(faults("{\"name\": \"a\", \"name\": \"b\"}")).containsExactly("protocol, line 1, name");
        assertThat(faults("{\"name\": \"a\"} more")).containsExactly("protocol, line 1");
        assertThat(faults("\uFEFFindex,filename")).containsExactly("protocol, line 1");
    }

    /** What was written before there were several languages is read, and without them it is still written so. */
    @Test
    void filesFromBeforeAreReadAndWhatHasOneLanguageIsWrittenAsBefore() {
        Protocol old = read("""
                {"name": "Old", "labels": {"firstLanguage": "en", "secondLanguage": "", "expressions": [
                    {"first": "a", "second": ""}, {"first": "b", "second": ""}, {"first": "c", "second": ""},
                    {"first": "d", "second": ""}, {"first": "e", "second": ""}, {"first": "f", "second": ""},
                    {"first": "g", "second": ""}, {"first": "h", "second": ""}],
                  "valence": {"title": {"first": "V"}, "least": {"first": "1"}, "greatest": {"first": "9"}},
                  "arousal": {"title": {"first": "A"}, "least": {"first": "1"}, "greatest": {"first": "9"}}},
                 "questions": [{"key": "hand", "kind": "CHOICE", "text": "Which?", "options": ["left", "right"]}]}
                """);

        assertThat(old.labels().translations()).isEmpty();
        assertThat(old.labels().in("ja")).isEqualTo(old.labels());
        assertThat(old.instructions()).isEmpty();
        assertThat(old.questions().get(0).in("ja").text()).isEqualTo("Which?");
        assertThat(ProtocolFile.write(old)).doesNotContain("translations", "instructions");
        assertThat(ProtocolFile.write(Preset.LANGUAGES.protocol())).contains("\"translations\"");
    }

    @Test
    void wordsInALanguageThatNobodyReadsOrTwiceAreRefused() {
        String words = "\"expressions\": [\"a\",\"b\",\"c\",\"d\",\"e\",\"f\",\"g\",\"%s\"],"
                + " \"valence\": {\"title\": \"V\", \"least\": \"1\", \"greatest\": \"9\"},"
                + " \"arousal\": {\"title\": \"A\", \"least\": \"1\", \"greatest\": \"9\"}}";
        String c25 = ProtocolFile.write(Preset.AFFECTNETC25.protocol());
        for (String unfit : List.of(
                "{\"language\": \"kr\", " + words.formatted("h"),
                "{\"language\": \"de\", " + words.formatted("a"),
                "{\"language\": \"de\", " + words.formatted(""),
                "{\"language\": \"de\", \"expressions\": [\"a\"]}",
                "{\"language\": \"de\", " + words.formatted("h") + ", {\"language\": \"de\", "
                        + words.formatted("h"))) {
            assertThat(faults(c25.replaceFirst("\"labels\" : \\{", "$0 \"translations\": [" + unfit + "],")))
                    .as(unfit)
                    .containsOnly("labels.translations");
        }
        String question = "{\"name\": \"a\", \"questions\": [{\"key\": \"q\", \"kind\": \"CHOICE\", \"text\": \"?\","
                + " \"options\": [\"x\", \"y\"], \"translations\": [{\"language\": \"ko\", \"text\": \"?\", \"options\": [%s]}]}]}";
        assertThat(faults(question.formatted("\"x\""))).containsExactly("questions.q");
        assertThat(faults(question.formatted("\"x\", \"y\"").replace("\"ko\"", "\"kr\"")))
                .containsExactly("questions.q");
        assertThat(faults("{\"name\": \"a\", \"instructions\": \"All\\n[kr]\\nSome\"}"))
                .containsExactly("instructions, line 2");
        assertThat(faults("{\"name\": \"a\", \"instructions\": \"[ko]\\n1\\n[ko]\\n2\"}"))
                .containsExactly("instructions, line 3");
    }

    private static List<String> faults(String file) {
        Problem problem = catchThrowableOfType(Problem.class, () -> read(file));
        assertThat(problem).as(file).isNotNull();
        return problem.faults().stream().map(Fault::place).toList();
    }

    private static Protocol read(String file) {
        try {
            return ProtocolFile.read(new ByteArrayInputStream(file.getBytes(UTF_8)), null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Gen<Protocol> protocols() {
        Gen<String> names = text(1, 200);
        Gen<String> contacts = text(0, 200);
        Gen<String> consents = plain(0, 300);
        Gen<Integer> counts = integers().between(1, 1000);
        Gen<Double> shares = shares();
        Gen<Design> designs = designs();
        return random -> new Protocol(
                names.generate(random),
                contacts.generate(random),
                consents.generate(random),
                counts.generate(random),
                shares.generate(random),
                counts.generate(random),
                designs.generate(random));
    }

    private static Gen<Design> designs() {
        Gen<TrialOrdering> orderings = arbitrary().enumValues(TrialOrdering.class);
        Gen<Presentation> presentations = shuffled(List.of(Dimension.values()))
                .zip(
                        booleans().all(),
                        arbitrary().enumValues(ScaleDirection.class),
                        booleans().all(),
                        integers().between(0, 60_000),
                        (order, rotated, direction, inOrder, millis) ->
                                new Presentation(order, rotated, direction, inOrder, millis, millis % 2 == 1));
        Gen<Pacing> pacings = integers()
                .between(0, 8)
                .zip(integers().between(0, 1000), integers().between(0, 1000), Pacing::new);
        Gen<String> instructions = instructions();
        Gen<Labels> labels = labels().zip(
                        translatedLabels(),
                        (all, some) -> all.with(some.stream()
                                .filter(words ->
                                        all.hasSecond() || !words.language().equals(all.firstLanguage()))
                                .toList()));
        Gen<List<Question>> questions = questions();
        Gen<List<Question>> closing = ownQuestions();
        Gen<Recruiter> recruiters = orNull(text(1, 60)
                .zip(
                        arbitrary().pick("PID", "worker-Id"),
                        arbitrary().pick("", "https://a.example/?c={code}&i={id}"),
                        Recruiter::new));
        Gen<Recruitment> recruitment = booleans()
                .all()
                .zip(
                        booleans().all(),
                        integers().between(1, 1000),
                        (oneSet, waiting, places) -> new Recruitment(oneSet, waiting, places, 7, 60, places, "€ 12"));
        Gen<DropOutRules> dropOuts = integers()
                .between(0, 8759)
                .zip(
                        booleans().all(),
                        (stalled, released) -> new DropOutRules(stalled, released && stalled > 0 ? stalled + 1 : 0));
        Gen<FlagThresholds> qualities = integers()
                .between(1, 10_000)
                .zip(
                        integers().between(0, 10_000),
                        shares(),
                        shares(),
                        integers().between(-1_000_000, 1_000_000).map(millionths -> millionths / 1e6),
                        (trials, number, share, other, kappa) -> new FlagThresholds(
                                trials, number, share, number, other, kappa, 8 * share, kappa, other, share));
        return random -> new Design(
                orderings.generate(random),
                presentations.generate(random),
                pacings.generate(random),
                instructions.generate(random),
                labels.generate(random),
                questions.generate(random),
                closing.generate(random),
                recruiters.generate(random),
                recruitment.generate(random),
                dropOuts.generate(random),
                qualities.generate(random));
    }

    private static Gen<Double> shares() {
        return integers().between(0, 1_000_000).map(millionths -> millionths / 1e6);
    }

    private static Gen<Labels> labels() {
        Gen<BilingualText> words = text(1, 40).zip(text(1, 40), BilingualText::new);
        Gen<ScaleLabels> scales = words.zip(words, orNull(words), words, ScaleLabels::new);
        Gen<List<BilingualText>> expressions = lists().of(words).ofSize(8).map(ProtocolFileTest::withFirstsOfTheirOwn);
        return arbitrary()
                .pick("en", "pt-BR")
                .zip(arbitrary().pick("ko", ""), expressions, scales, scales, Labels::new);
    }

    private static Gen<String> instructions() {
        return plain(0, 300)
                .zip(
                        languages(),
                        plain(1, 100),
                        (everybody, some, words) -> some.stream()
                                .map(language -> "\n[" + language + "]\n" + words)
                                .collect(Collectors.joining("", everybody, "")));
    }

    /** Some of the languages of the pages, each once, in any order. */
    private static Gen<List<String>> languages() {
        return shuffled(PageLanguages.TAGS)
                .zip(integers().between(0, PageLanguages.TAGS.size()), (tags, count) -> tags.subList(0, count));
    }

    private static Gen<List<TranslatedLabels>> translatedLabels() {
        Gen<List<BilingualText>> expressions = lists().of(text(1, 36).map(word -> new BilingualText(word, "")))
                .ofSize(8)
                .map(ProtocolFileTest::withFirstsOfTheirOwn);
        Gen<TranslatedLabels.Scale> scales =
                text(1, 40).zip(text(1, 40), text(0, 40), text(1, 40), TranslatedLabels.Scale::new);
        return languages()
                .zip(
                        expressions,
                        scales,
                        scales,
                        (some, words, valence, arousal) -> some.stream()
                                .map(language -> new TranslatedLabels(
                                        language,
                                        words.stream().map(BilingualText::first).toList(),
                                        valence,
                                        arousal))
                                .toList());
    }

    private static List<BilingualText> withFirstsOfTheirOwn(List<BilingualText> words) {
        Set<String> firsts = new HashSet<>();
        return IntStream.range(0, words.size())
                .mapToObj(i -> firsts.add(words.get(i).first())
                        ? words.get(i)
                        : new BilingualText("another at " + i, words.get(i).second()))
                .toList();
    }

    private static Gen<List<Question>> ownQuestions() {
        Gen<Question> texts = keys().zip(
                        text(1, 100),
                        booleans().all(),
                        (key, text, required) -> new Question(key, Question.Kind.TEXT, text, null, required));
        Gen<List<String>> options = lists().of(text(1, 50))
                .ofSizeBetween(2, 5)
                .map(some -> distinct(some, Function.identity()))
                .map(some -> some.size() > 1
                        ? some
                        : List.of(some.get(0), some.get(0).equals("a") ? "b" : "a"));
        Gen<Question> choices = keys().zip(
                        text(1, 100),
                        options,
                        booleans().all(),
                        (key, text, some, required) -> new Question(key, Question.Kind.CHOICE, text, some, required));
        return lists().of(texts.mix(choices).zip(languages(), ProtocolFileTest::translated))
                .ofSizeBetween(0, 6)
                .map(some -> distinct(some, Question::key));
    }

    private static Question translated(Question question, List<String> languages) {
        return question.with(languages.stream()
                .map(language -> new TranslatedQuestion(
                        language,
                        question.text() + " in " + language + " *",
                        question.options().stream().map(option -> "| " + option).toList()))
                .toList());
    }

    private static Gen<String> keys() {
        return Texts.of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789", 0, 8)
                .map(end -> "q" + end);
    }

    /** Own and built-in ones in any order. */
    private static Gen<List<Question>> questions() {
        Gen<Question> builtIn = arbitrary()
                .pick(Question.Kind.AGE, Question.Kind.COUNTRY)
                .map(kind -> new Question(null, kind, null, null, true));
        return lists().of(builtIn)
                .ofSizeBetween(0, 2)
                .zip(
                        ownQuestions(),
                        (some, own) -> Stream.concat(distinct(some, Question::kind).stream(), own.stream())
                                .toList())
                .flatMap(ProtocolFileTest::shuffled);
    }

    /** One line that begins and ends with something to see, of what is special to lines and of anything else. */
    private static Gen<String> text(int least, int most) {
        return oneOf(
                        Texts.of("ab\\|*[] ", 0, most),
                        Texts.of("가é\"<&\u2028", 0, most),
                        strings().ascii().ofLengthBetween(0, most))
                .map(text -> text.replaceAll("\\R|\\p{Cntrl}", "").strip())
                .map(text -> text.length() < least ? "a" : text);
    }

    private static <T> Gen<List<T>> shuffled(List<T> all) {
        return longs().all().map(seed -> {
            List<T> some = new ArrayList<>(all);
            Collections.shuffle(some, new Random(seed));
            return some;
        });
    }

    private static <T> Gen<T> orNull(Gen<T> some) {
        return some.toOptionals(30).map(one -> one.orElse(null));
    }

    private static <T> List<T> distinct(List<T> all, Function<T, ?> key) {
        Set<Object> keys = new HashSet<>();
        return all.stream().filter(one -> keys.add(key.apply(one))).toList();
    }

    /** Any text that a protocol can have: U+0000 is refused everywhere. */
    private static Gen<String> plain(int least, int most) {
        return Texts.any(least, most).map(text -> text.replace('\0', 'a'));
    }
}
