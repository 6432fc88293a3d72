package org.c25.trainer.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.c25.trainer.answers.Dimension;
import org.c25.trainer.outcome.Study;

/** The first paragraph: what was learned from what. */
final class Opening {

    private Opening() {}

    static String of(Study study) {
        StringBuilder opening = new StringBuilder()
                .append(count(study.train().size(), "image"))
                .append(" to learn from, ")
                .append(study.test().size())
                .append(" held out for the test, split by ")
                .append(study.splitBy())
                .append(". ");
        Map<String, List<String>> asked = new LinkedHashMap<>();
        for (Dimension dimension : Ways.dimensions(study)) {
            if (study.answers().has(dimension)) {
                String raters = count(study.answers().answering(dimension), "rater") + " gave "
                        + Html.decimals("%.1f", study.ratingsAnImage(dimension))
                        + " ratings to an image to learn from, on average";
                asked.computeIfAbsent(raters, key -> new ArrayList<>()).add(Ways.name(dimension));
            }
        }
        asked.forEach((raters, names) -> opening.append(raters)
                .append(": ")
                .append(String.join(", ", names))
                .append(". "));
        String seeds = study.outcomes().stream()
                .map(one -> one.settings().seed())
                .distinct()
                .sorted()
                .map(String::valueOf)
                .collect(Collectors.joining(", "));
        if (!seeds.isEmpty()) {
            opening.append(count(study.methods().size(), "way"))
                    .append(" of learning, each on the same images, with the seeds ")
                    .append(seeds)
                    .append(". ");
        }
        return opening.append("All figures are of the test images: they say how well a network fits ")
                .append(study.reference())
                .append('.')
                .toString();
    }

    private static String count(long number, String thing) {
        return number + " " + thing + (number == 1 ? "" : "s");
    }
}
