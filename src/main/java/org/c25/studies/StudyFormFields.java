package org.c25.studies;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.c25.affect.Expression;

/** Finds the fields of a protocol in a study's form. */
final class StudyFormFields {

    /** The labels in the order of {@link StudyForm#first}. */
    private static final List<String> LABEL_FIELDS = Stream.concat(
                    Expression.all().stream().map(Expression::english),
                    Stream.of("valence", "arousal")
                            .flatMap(scale -> Stream.of("title", "least", "middle", "greatest")
                                    .map(part -> scale + "." + part)))
            .map(label -> "labels." + label)
            .toList();

    /**
     * The protocol's names of fields that have another name in the form, with that name; all others have the same name
     * in both.
     */
    private static final Map<String, String> FIELDS = Map.ofEntries(
            Map.entry("repeatShare", "repeatPercent"),
            Map.entry("presentation.minimumViewingMillis", "minimumViewingSeconds"),
            Map.entry("presentation", "dimensions"),
            Map.entry("questions", "ownQuestions"),
            Map.entry("labels", "firstLanguage"),
            Map.entry("labels.expressions", "first"),
            Map.entry("labels.translations", "otherLabels"),
            Map.entry("questions.age", "asked[0]"),
            Map.entry("questions.gender", "asked[1]"),
            Map.entry("questions.country", "asked[2]"),
            Map.entry("questions.language", "asked[3]"));

    private StudyFormFields() {}

    /** Returns the form's name for a field of the protocol; {@code first[3]} is the fourth field of that name. */
    static String inForm(String protocolField) {
        String known = FIELDS.get(protocolField);
        if (known != null) {
            return known;
        }
        int label = Math.max(LABEL_FIELDS.indexOf(protocolField), LABEL_FIELDS.indexOf(protocolField + ".title"));
        if (label >= 0) {
            return "first[" + label + "]";
        }
        return protocolField
                .replaceFirst("^recruiter\\.jwt\\.", "recruiter.")
                .replaceFirst("^(recruitment|dropOuts|quality)\\.", "care.")
                .replaceFirst("^(pacing|presentation|labels)\\.", "")
                .replaceFirst("^questions\\..*", "ownQuestions")
                .replaceFirst("^closingQuestions\\..*", "closingQuestions");
    }
}
