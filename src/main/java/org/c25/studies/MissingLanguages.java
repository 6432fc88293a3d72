package org.c25.studies;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.c25.common.ByLanguage;
import org.c25.common.Problem;
import org.c25.protocol.PageLanguages;
import org.c25.protocol.Protocol;
import org.c25.protocol.Question;
import org.c25.protocol.QuestionLines;
import org.jspecify.annotations.Nullable;

/**
 * For each text of a study's form that is there in several languages, which of the study's languages it lacks and what
 * their readers see instead; null where nothing lacks. The study's languages are those that any of its texts names, and
 * then also those of the two lines of labels. A text for everybody else counts as one in the first of these. Texts that
 * come with C25 lack nothing.
 */
record MissingLanguages(
        @Nullable String consent,
        @Nullable String otherLabels,
        @Nullable String instructions,
        @Nullable String ownQuestions,
        @Nullable String closingQuestions) {

    /** @param kept the form from which frozen fields are taken */
    static MissingLanguages of(StudyForm form, StudyForm kept) {
        return of(form.consent(), form, kept);
    }

    /** Returns what lacks in a consent text that was typed for a study; null for nothing. */
    static @Nullable String ofConsent(String typed, Protocol protocol) {
        StudyForm form = StudyForm.of(protocol);
        return of(typed, form, form).consent();
    }

    private static MissingLanguages of(@Nullable String consent, StudyForm form, StudyForm kept) {
        Set<String> lines = tags(Stream.of(kept.firstLanguage(), kept.secondLanguage()));
        Set<String> named = tags(Stream.of(
                        consent, form.otherLabels(), form.instructions(), form.ownQuestions(), form.closingQuestions())
                .flatMap(text -> parts(text).stream())
                .map(ByLanguage.Part::language));
        if (named.isEmpty()) {
            return new MissingLanguages(null, null, null, null, null);
        }
        String first = String.valueOf(kept.firstLanguage());
        List<String> all = PageLanguages.TAGS.stream()
                .filter(tag -> named.contains(tag) || lines.contains(tag))
                .toList();
        return new MissingLanguages(
                ofText(consent, all, first),
                said(names(all, tag -> lines.contains(tag) || has(form.otherLabels(), tag)), "the labels above"),
                ofText(form.instructions(), all, first),
                ofQuestions(form.ownQuestions(), all, first),
                ofQuestions(form.closingQuestions(), all, first));
    }

    private static Set<String> tags(Stream<@Nullable String> languages) {
        return languages
                .filter(tag -> tag != null && PageLanguages.TAGS.contains(tag))
                .map(String::valueOf)
                .collect(Collectors.toSet());
    }

    private static List<ByLanguage.Part> parts(@Nullable String text) {
        return ByLanguage.read(text == null ? "" : text).parts();
    }

    private static boolean has(@Nullable String text, String language) {
        return parts(text).stream().anyMatch(part -> part.language().equals(language) && !part.isBlank());
    }

    private static List<String> names(List<String> all, Predicate<String> there) {
        return all.stream().filter(there.negate()).map(PageLanguages::name).toList();
    }

    private static @Nullable String ofText(@Nullable String text, List<String> all, String first) {
        if (text == null || text.isBlank()) {
            return null;
        }
        boolean everybody = has(text, "");
        return said(
                names(all, tag -> has(text, tag) || everybody && tag.equals(first)),
                everybody ? "the part for everybody else" : "the first part");
    }

    private static @Nullable String ofQuestions(@Nullable String typed, List<String> all, String first) {
        if (typed == null || typed.isBlank()) {
            return null;
        }
        List<Question> questions;
        try {
            questions = QuestionLines.read("", typed);
        } catch (Problem unfit) {
            return null; // The faults themselves are told, and the rest once they are mended.
        }
        List<String> missing = new ArrayList<>();
        for (String tag : all) {
            List<String> keys = questions.stream()
                    .filter(question -> question.in(tag).language().isEmpty())
                    .map(Question::key)
                    .toList();
            if (!keys.isEmpty() && !tag.equals(first)) {
                String which = keys.size() == questions.size() ? "" : " [" + String.join("], [", keys) + "]";
                missing.add(PageLanguages.name(tag) + which);
            }
        }
        return said(missing, "the questions for everybody else");
    }

    private static @Nullable String said(Collection<String> languages, String instead) {
        return languages.isEmpty()
                ? null
                : "Missing in " + PageLanguages.inWords(List.copyOf(languages)) + ": their readers see " + instead
                        + ".";
    }
}
