package org.c25.trainer.report;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.c25.trainer.answers.Dimension;
import org.c25.trainer.learning.LabelsAs;
import org.c25.trainer.learning.Settings;
import org.c25.trainer.outcome.Study;

/** The ways of learning of a study, and what it asks of people. */
final class Ways {

    /** What a crowd layer has to beat. */
    static final String BASELINE = LabelsAs.MV.key();

    private Ways() {}

    /** Returns the settings of a way, of whatever seed. */
    static Settings settings(Study study, String method) {
        return study.of(method).get(0).settings();
    }

    static String title(Study study, String method) {
        return settings(study, method).title();
    }

    static List<String> titles(Study study) {
        return study.methods().stream().map(method -> title(study, method)).toList();
    }

    static List<Dimension> dimensions(Study study) {
        return study.outcomes().stream()
                .flatMap(one -> one.settings().target().dimensions().stream())
                .distinct()
                .sorted()
                .toList();
    }

    /** Returns the way with the greatest mean figure among those that learned from people's answers or AffectNet's labels. */
    static Optional<String> best(Study study, Dimension dimension) {
        return study.methods().stream()
                .filter(method -> settings(study, method).source().labelsAs() != LabelsAs.TRUTH)
                .filter(method -> !Seeds.main(study, method, dimension).isEmpty())
                .max(Comparator.comparingDouble(
                        method -> Seeds.main(study, method, dimension).mean()));
    }

    /** Returns how many answers a training image has, on average; NaN where nobody was asked. */
    static double ratings(Study study, Dimension dimension) {
        return study.answers().has(dimension) ? study.ratingsAnImage(dimension) : Double.NaN;
    }

    static boolean isAgainstPeople(Study study) {
        return study.reference().equals(Study.PEOPLE);
    }

    /** Returns such as {@code the expression} or {@code valence}. */
    static String name(Dimension dimension) {
        return dimension.isScale() ? dimension.key() : "the expression";
    }

    /** Returns such as {@code accuracy of the expression}. */
    static String figure(Dimension dimension) {
        return (dimension.isScale() ? "CCC of " : "accuracy of ") + name(dimension);
    }

    static String capital(String text) {
        return text.isEmpty() ? text : Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }

    static String seeds(int count) {
        return count == 1 ? "1 seed" : count + " seeds";
    }
}
