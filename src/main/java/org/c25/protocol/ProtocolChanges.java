package org.c25.protocol;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.c25.affect.Expression;
import org.c25.common.ByLanguage;
import org.c25.common.Fault;
import org.jspecify.annotations.Nullable;

/**
 * Finds the fields in which two protocols differ, and those whose change would alter the meaning of answers already
 * given.
 */
public final class ProtocolChanges {

    private static final List<Part> FREE = List.of(
            new Part("name", Protocol::name),
            new Part("contact", Protocol::contact),
            new Part("consent", Protocol::consent),
            new Part("capacity", Protocol::capacity),
            new Part("pacing.practiceTrials", p -> p.pacing().practiceTrials()),
            new Part("pacing.breakEvery", p -> p.pacing().breakEvery()),
            new Part("pacing.revisable", p -> p.pacing().revisable()),
            new Part("recruiter", Protocol::recruiter),
            new Part("recruitment", Protocol::recruitment),
            new Part("dropOuts", Protocol::dropOuts),
            new Part("quality", Protocol::quality));

    private static final List<Part> FREEZING = freezing();

    private ProtocolChanges() {}

    private static List<Part> freezing() {
        List<Part> parts = new ArrayList<>(List.of(
                new Part("repeatShare", Protocol::repeatShare),
                new Part("repeatMinimumLag", Protocol::repeatMinimumLag),
                new Part("ordering", Protocol::ordering),
                new Part("presentation.dimensions", p -> p.presentation().dimensions()),
                new Part("presentation.rotated", p -> p.presentation().rotated()),
                new Part("presentation.direction", p -> p.presentation().direction()),
                new Part("presentation.inOrder", p -> p.presentation().inOrder()),
                new Part(
                        "presentation.minimumViewingMillis",
                        p -> p.presentation().minimumViewingMillis()),
                new Part("presentation.dimmed", p -> p.presentation().dimmed()),
                new Part("labels.firstLanguage", p -> p.labels().firstLanguage()),
                new Part("labels.secondLanguage", p -> p.labels().secondLanguage())));
        for (Expression expression : Expression.all()) {
            parts.add(new Part("labels." + expression.english(), p -> p.labels().of(expression)));
        }
        parts.add(new Part("labels.valence", p -> p.labels().valence()));
        parts.add(new Part("labels.arousal", p -> p.labels().arousal()));
        return parts;
    }

    /** Returns the names of all fields in which they differ. */
    public static List<String> fields(Protocol present, Protocol wanted) {
        List<String> fields = new ArrayList<>();
        for (List<Part> parts : List.of(FREE, FREEZING)) {
            parts.stream()
                    .filter(part -> part.differs(present, wanted))
                    .map(Part::field)
                    .forEach(fields::add);
        }
        if (!present.labels().translations().equals(wanted.labels().translations())) {
            fields.add("labels.translations");
        }
        if (!present.instructions().equals(wanted.instructions())) {
            fields.add("instructions");
        }
        if (!present.questions().equals(wanted.questions())) {
            fields.add("questions");
        }
        if (!present.closingQuestions().equals(wanted.closingQuestions())) {
            fields.add("closingQuestions");
        }
        return fields;
    }

    /** Returns a fault for each field in which they differ and may not once answers are in. */
    public static List<Fault> frozen(Protocol present, Protocol wanted) {
        List<Fault> faults = new ArrayList<>();
        FREEZING.stream()
                .filter(part -> part.differs(present, wanted))
                .map(part -> Fault.inField(part.field(), "can't be changed any more: answers are in"))
                .forEach(faults::add);
        frozenLanguages(
                "labels.translations",
                present.labels().translations(),
                wanted.labels().translations(),
                TranslatedLabels::language,
                faults);
        frozenLanguages("instructions", parts(present), parts(wanted), ByLanguage.Part::language, faults);
        faults.addAll(frozen("questions", present.questions(), wanted.questions()));
        faults.addAll(frozen("closingQuestions", present.closingQuestions(), wanted.closingQuestions()));
        return faults;
    }

    private static List<ByLanguage.Part> parts(Protocol protocol) {
        return ByLanguage.read(protocol.instructions()).parts();
    }

    /** Adds a fault if the words in some language are missing or changed. Words in further languages can be added. */
    private static <T> void frozenLanguages(
            String field, List<T> present, List<T> wanted, Function<T, String> language, List<Fault> faults) {
        String changed = present.stream()
                .filter(words -> !wanted.contains(words))
                .map(language)
                .map(tag -> tag.isEmpty() ? "those for everybody" : PageLanguages.name(tag))
                .collect(Collectors.joining(", "));
        if (!changed.isEmpty()) {
            faults.add(Fault.inField(
                    field,
                    "can't be changed any more in the languages that there are (" + changed
                            + "): answers are in. You can add others"));
        }
    }

    /**
     * Returns a fault for each question that was asked and is missing or changed. A question can be worded better,
     * moved, or be made optional, more questions can be asked, and further languages added.
     */
    private static List<Fault> frozen(String field, List<Question> asked, List<Question> wanted) {
        return asked.stream()
                .filter(question -> wanted.stream().noneMatch(other -> sameAnswers(question, other)))
                .map(question -> Fault.inField(
                        field + "." + question.key(),
                        "its key, kind, options and languages can't be changed any more: answers are in"))
                .sorted(Comparator.comparing(Fault::place))
                .toList();
    }

    private static boolean sameAnswers(Question one, Question other) {
        return Objects.equals(one.key(), other.key())
                && one.kind() == other.kind()
                && Objects.equals(one.options(), other.options())
                && one.translations().stream().allMatch(words -> hasOptions(other, words));
    }

    /** Whether a question has the options of words in a language, which may be worded better themselves. */
    private static boolean hasOptions(Question question, TranslatedQuestion words) {
        return question.translations().stream()
                .anyMatch(others -> others.language().equals(words.language())
                        && others.options().equals(words.options()));
    }

    private record Part(String field, Function<Protocol, @Nullable Object> of) {

        boolean differs(Protocol present, Protocol wanted) {
            return !Objects.equals(of.apply(present), of.apply(wanted));
        }
    }
}
