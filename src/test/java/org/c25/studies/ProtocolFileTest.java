package org.c25.studies;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.c25.affect.Dimension;
import org.c25.web.Fault;
import org.c25.web.Problem;

/** A protocol as a file, and a study's questions as lines: what is written is what is read again. */
class ProtocolFileTest {

    @Property(tries = 300)
    void whatIsWrittenIsReadAgain(@ForAll("protocols") Protocol protocol) throws IOException {
        String file = ProtocolFile.write(protocol);

        assertThat(read(file)).isEqualTo(protocol);
        assertThat(ProtocolFile.write(read(file))).as("to the byte").isEqualTo(file);
    }

    @Property(tries = 300)
    void aFormFilledInFromAProtocolAndSentAsItIsMakesTheSame(@ForAll("protocols") Protocol protocol) {
        StudyForm form = StudyForm.of(protocol);

        assertThat(form.protocol(protocol)).isEqualTo(protocol);
        Protocol anew = form.protocol(StudyForm.USUAL);
        assertThat(anew.repeatShare()).isEqualTo(protocol.repeatShare());
        assertThat(anew.labels()).isEqualTo(protocol.labels());
        assertThat(anew.presentation()).isEqualTo(protocol.presentation());
        assertThat(anew.pacing()).isEqualTo(protocol.pacing());
        assertThat(anew.recruiter()).isEqualTo(protocol.recruiter());
    }

    @Property(tries = 500)
    void questionsAreWrittenAsLinesThatAreReadAgain(@ForAll("ownQuestions") List<Question> questions) {
        assertThat(QuestionLines.read("questions", QuestionLines.write(questions)))
                .isEqualTo(questions);
    }

    @Property(tries = 300)
    void noAnswerHoldsOnToAProtocolThatIsTheSame(
            @ForAll("protocols") Protocol one, @ForAll("protocols") Protocol other) {
        assertThat(Changes.frozen(one, one)).isEmpty();
        assertThat(Changes.fields(one, one)).isEmpty();
        assertThat(Changes.fields(one, other).isEmpty()).isEqualTo(one.equals(other));
    }

    @Example
    void theFieldsComeInTheOrderOfTheApiOneALine() {
        assertThat(ProtocolFile.write(StudyForm.USUAL).lines().filter(line -> line.matches("  \"\\w+\".*")))
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

    @Example
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
        assertThat(faults("{\"name\": \"a\", \"name\": \"b\"}")).containsExactly("protocol, line 1");
        assertThat(faults("{\"name\": \"a\"} more")).containsExactly("protocol, line 1");
        assertThat(faults("\uFEFFindex,filename")).containsExactly("protocol, line 1");
    }

    private static List<String> faults(String file) {
        Problem problem = catchThrowableOfType(Problem.class, () -> read(file));
        assertThat(problem).as(file).isNotNull();
        return problem.faults().stream().map(Fault::place).toList();
    }

    private static Protocol read(String file) throws IOException {
        return ProtocolFile.read(new ByteArrayInputStream(file.getBytes(UTF_8)), null);
    }

    @Provide
    Arbitrary<Protocol> protocols() {
        Arbitrary<Presentation> presentations = Combinators.combine(
                        Arbitraries.shuffle(Dimension.values()),
                        Arbitraries.of(true, false),
                        Arbitraries.of(ScaleDirection.values()),
                        Arbitraries.of(true, false),
                        Arbitraries.integers().between(0, 60_000))
                .as(Presentation::new);
        Arbitrary<Pacing> pacings = Combinators.combine(
                        Arbitraries.integers().between(0, 8),
                        Arbitraries.integers().between(0, 1000),
                        Arbitraries.integers().between(0, 1000))
                .as(Pacing::new);
        Arbitrary<Recruiter> recruiters = Combinators.combine(
                        text(1, 60),
                        Arbitraries.of("PID", "worker-Id"),
                        Arbitraries.of("", "https://a.example/?c={code}&i={id}"))
                .as(Recruiter::new)
                .injectNull(0.3);
        Arbitrary<Design> designs = Combinators.combine(
                        Arbitraries.of(TrialOrdering.values()),
                        presentations,
                        pacings,
                        labels(),
                        questions(),
                        ownQuestions(),
                        recruiters,
                        care())
                .as((ordering, presentation, pacing, labels, questions, closing, recruiter, care) -> new Design(
                        ordering,
                        presentation,
                        pacing,
                        labels,
                        questions,
                        closing,
                        recruiter,
                        care.recruitment(),
                        care.dropOuts(),
                        care.quality()));
        return Combinators.combine(
                        text(1, 200),
                        text(0, 200),
                        Arbitraries.strings().all().ofMaxLength(300).map(ProtocolFileTest::whole),
                        Arbitraries.integers().between(1, 1000),
                        Arbitraries.doubles().between(0, 1).ofScale(6),
                        Arbitraries.integers().between(1, 1000),
                        designs)
                .as(Protocol::new);
    }

    private record Care(Recruitment recruitment, DropOuts dropOuts, Quality quality) {}

    private static Arbitrary<Care> care() {
        Arbitrary<Double> shares = Arbitraries.doubles().between(0, 1).ofScale(6);
        Arbitrary<Quality> qualities = Combinators.combine(
                        Arbitraries.integers().between(1, 10_000),
                        Arbitraries.integers().between(0, 10_000),
                        shares,
                        shares,
                        Arbitraries.doubles().between(-1, 1).ofScale(6))
                .as((trials, number, share, other, kappa) ->
                        new Quality(trials, number, share, number, other, kappa, 8 * share, kappa, other, share));
        return Combinators.combine(
                        Arbitraries.of(true, false),
                        Arbitraries.of(true, false),
                        Arbitraries.integers().between(1, 1000),
                        Arbitraries.integers().between(0, 8759),
                        Arbitraries.of(true, false),
                        qualities)
                .as((oneSet, waiting, places, stalled, released, quality) -> new Care(
                        new Recruitment(oneSet, waiting, places, 7, 60),
                        new DropOuts(stalled, released && stalled > 0 ? stalled + 1 : 0),
                        quality));
    }

    private static Arbitrary<Labels> labels() {
        Arbitrary<Words> words = Combinators.combine(text(1, 40), text(1, 40)).as(Words::new);
        Arbitrary<ScaleLabels> scales =
                Combinators.combine(words, words, words.injectNull(0.3), words).as(ScaleLabels::new);
        return Combinators.combine(
                        Arbitraries.of("en", "pt-BR"),
                        Arbitraries.of("ko", ""),
                        words.list().ofSize(8).uniqueElements(Words::first),
                        scales,
                        scales)
                .as(Labels::new);
    }

    @Provide
    Arbitrary<List<Question>> ownQuestions() {
        Arbitrary<Boolean> required = Arbitraries.of(true, false);
        Arbitrary<Question> texts = Combinators.combine(keys(), text(1, 100), required)
                .as((key, text, must) -> new Question(key, Question.Kind.TEXT, text, null, must));
        Arbitrary<Question> choices = Combinators.combine(
                        keys(),
                        text(1, 100),
                        text(1, 50).list().ofMinSize(2).ofMaxSize(5).uniqueElements(),
                        required)
                .as((key, text, options, must) -> new Question(key, Question.Kind.CHOICE, text, options, must));
        return Arbitraries.oneOf(texts, choices).list().ofMaxSize(6).uniqueElements(Question::key);
    }

    private static Arbitrary<String> keys() {
        return Arbitraries.strings().alpha().numeric().ofMaxLength(8).map(end -> "q" + end);
    }

    /** Own and built-in ones in any order. */
    private Arbitrary<List<Question>> questions() {
        Arbitrary<List<Question>> builtIn = Arbitraries.of(Question.Kind.AGE, Question.Kind.COUNTRY)
                .map(kind -> new Question(null, kind, null, null, true))
                .list()
                .ofMaxSize(2)
                .uniqueElements();
        return Combinators.combine(builtIn, ownQuestions())
                .as((some, own) -> {
                    List<Question> all = new ArrayList<>(some);
                    all.addAll(own);
                    return all;
                })
                .flatMap(Arbitraries::shuffle);
    }

    /** One line that begins and ends with something to see, of what is special to lines and of anything else. */
    private static Arbitrary<String> text(int least, int most) {
        return Arbitraries.oneOf(
                        Arbitraries.strings().withChars("ab\\|*[] ").ofMaxLength(most),
                        Arbitraries.strings()
                                .withChars('가', 'é', '"', '<', '&', '\u2028')
                                .ofMaxLength(most),
                        Arbitraries.strings().ascii().ofMaxLength(most))
                .map(text -> text.replaceAll("\\R|\\p{Cntrl}", "").strip())
                .filter(text -> text.length() >= least);
    }

    /** Half of a surrogate pair can't be written in UTF-8. */
    private static String whole(String text) {
        return new String(text.getBytes(UTF_8), UTF_8);
    }
}
