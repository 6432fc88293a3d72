package org.c25.studies;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.c25.affect.Dimension;
import org.c25.affect.Expression;
import org.c25.web.Problem;
import org.jspecify.annotations.Nullable;

/**
 * What is typed into the page for a new study: texts, so that all of it comes back as it was typed. What is left out
 * altogether is as in {@link Design#USUAL}.
 *
 * @param dimensions such as {@code EXPRESSION VALENCE AROUSAL}
 * @param asked for each built-in kind of question {@code AGE NO}, {@code AGE OPTIONAL} or {@code AGE REQUIRED}
 * @param first the labels in the first language: eight expressions, then title, least, middle, greatest of each scale
 * @param second the same in the second language
 * @param recruiter who sends the participants
 */
record StudyForm(
        @Nullable String name,
        @Nullable String contact,
        @Nullable String consent,
        @Nullable String capacity,
        @Nullable String repeatPercent,
        @Nullable String repeatMinimumLag,
        @Nullable TrialOrdering ordering,
        @Nullable String dimensions,
        @Nullable Boolean rotated,
        @Nullable ScaleDirection direction,
        @Nullable Boolean inOrder,
        @Nullable String minimumViewingSeconds,
        @Nullable String practiceTrials,
        @Nullable String breakEvery,
        @Nullable String revisable,
        @Nullable List<String> asked,
        @Nullable String ownQuestions,
        @Nullable String closingQuestions,
        @Nullable String firstLanguage,
        @Nullable String secondLanguage,
        @Nullable List<String> first,
        @Nullable List<String> second,
        @Nullable RecruiterForm recruiter) {

    private static final int LABELS = 16;

    static StudyForm usual() {
        return of("", Protocol.orAsInC25("New", null, null, null, null, null, null));
    }

    private static StudyForm of(String name, Protocol protocol) {
        Presentation presentation = protocol.presentation();
        Pacing pacing = protocol.pacing();
        Labels labels = protocol.labels();
        return new StudyForm(
                name,
                protocol.contact(),
                protocol.consent(),
                String.valueOf(protocol.capacity()),
                number(protocol.repeatShare() * 100),
                String.valueOf(protocol.repeatMinimumLag()),
                protocol.ordering(),
                String.join(
                        " ",
                        presentation.dimensions().stream().map(Dimension::name).toList()),
                presentation.rotated(),
                presentation.direction(),
                presentation.inOrder(),
                number(presentation.minimumViewingMillis() / 1000.0),
                String.valueOf(pacing.practiceTrials()),
                String.valueOf(pacing.breakEvery()),
                String.valueOf(pacing.revisable()),
                asked(protocol.questions()),
                QuestionLines.write(protocol.questions()),
                QuestionLines.write(protocol.closingQuestions()),
                labels.firstLanguage(),
                labels.secondLanguage(),
                words(labels).map(Words::first).toList(),
                words(labels).map(Words::second).toList(),
                RecruiterForm.BLANK);
    }

    private static String number(double value) {
        return value == Math.rint(value) ? String.valueOf((long) value) : String.valueOf(value);
    }

    private static List<String> asked(List<Question> questions) {
        return builtIn()
                .map(kind -> questions.stream()
                        .filter(question -> question.kind() == kind)
                        .findFirst()
                        .map(question -> kind + (question.required() ? " REQUIRED" : " OPTIONAL"))
                        .orElse(kind + " NO"))
                .toList();
    }

    private static Stream<Words> words(Labels labels) {
        return Stream.concat(
                labels.expressions().stream(),
                Stream.of(labels.valence(), labels.arousal())
                        .flatMap(scale -> Stream.of(scale.title(), scale.least(), scale.middle(), scale.greatest())));
    }

    private static Stream<Question.Kind> builtIn() {
        return Arrays.stream(Question.Kind.values()).filter(kind -> !kind.isOwn());
    }

    /** @throws Problem naming each field that can't be understood or is out of range */
    Protocol protocol() {
        return new Protocol(
                text(name),
                text(contact),
                text(consent),
                whole("capacity", capacity, Protocol.C25_CAPACITY),
                decimal("repeatPercent", repeatPercent, 100, Protocol.C25_REPEAT_SHARE * 100) / 100,
                whole("repeatMinimumLag", repeatMinimumLag, Protocol.C25_REPEAT_MINIMUM_LAG),
                new Design(
                        ordering,
                        presentation(),
                        new Pacing(
                                whole("practiceTrials", practiceTrials, null),
                                whole("breakEvery", breakEvery, null),
                                whole("revisable", revisable, null)),
                        labels(),
                        questions(),
                        QuestionLines.read("closingQuestions", closingQuestions),
                        recruiter == null ? null : recruiter.recruiter()));
    }

    private Presentation presentation() {
        List<Dimension> order = dimensions == null
                ? null
                : Arrays.stream(dimensions.split(" ")).map(StudyForm::dimension).toList();
        double seconds = decimal("minimumViewingSeconds", minimumViewingSeconds, 60, 0.0);
        return new Presentation(order, Boolean.TRUE.equals(rotated), direction, Boolean.TRUE.equals(inOrder), (int)
                Math.round(seconds * 1000));
    }

    private static Dimension dimension(String name) {
        return Arrays.stream(Dimension.values())
                .filter(dimension -> dimension.name().equals(name))
                .findFirst()
                .orElseThrow(() -> Problem.invalid("dimensions", "names EXPRESSION, VALENCE and AROUSAL once each"));
    }

    private List<Question> questions() {
        List<Question> questions = new ArrayList<>();
        for (String choice : asked == null ? List.<String>of() : asked) {
            for (Question.Kind kind : builtIn().toList()) {
                if (choice.equals(kind + " REQUIRED") || choice.equals(kind + " OPTIONAL")) {
                    questions.add(new Question(null, kind, null, null, choice.endsWith("REQUIRED")));
                }
            }
        }
        questions.addAll(QuestionLines.read("ownQuestions", ownQuestions));
        return questions;
    }

    private Labels labels() {
        if (first == null || first.isEmpty()) {
            return Labels.C25;
        }
        if (first.size() != LABELS || second == null || second.size() != LABELS) {
            throw Problem.invalid("labels", "are " + LABELS + " in each language");
        }
        List<Words> words = IntStream.range(0, LABELS)
                .mapToObj(i -> new Words(first.get(i), second.get(i)))
                .toList();
        int expressions = Expression.all().size();
        return new Labels(
                text(firstLanguage),
                text(secondLanguage),
                words.subList(0, expressions),
                scale(words.subList(expressions, expressions + 4)),
                scale(words.subList(expressions + 4, LABELS)));
    }

    private static ScaleLabels scale(List<Words> words) {
        return new ScaleLabels(words.get(0), words.get(1), words.get(2), words.get(3));
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }

    private static Integer whole(String field, @Nullable String value, @Nullable Integer leftOut) {
        if (value == null) {
            return leftOut;
        }
        try {
            return Integer.valueOf(value.strip());
        } catch (NumberFormatException e) {
            throw Problem.invalid(field, "is a whole number");
        }
    }

    private static double decimal(String field, @Nullable String value, int most, double leftOut) {
        if (value == null) {
            return leftOut;
        }
        try {
            double number = Double.parseDouble(value.strip().replace(',', '.'));
            if (number >= 0 && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Falls through to the fault, as a number out of range does.
        }
        throw Problem.invalid(field, "is 0 to " + most);
    }
}
