package org.c25.completioncodes;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.c25.participation.CompletionCode;
import org.c25.participation.CompletionCodes.Given;
import org.jspecify.annotations.Nullable;

/**
 * The codes that were handed in, held against those that were given out.
 *
 * @param lines what was handed in, what needs a look first
 * @param missing the codes given out in this set that nobody handed in
 */
record CodeCheck(List<Line> lines, List<Given> missing) {

    /**
     * Something that was handed in, and what it is worth.
     *
     * @param given who was given the code; null if nobody was
     */
    record Line(
            HandedIn handedIn,
            CodeOutcome outcome,
            @Nullable Given given) {}

    /** @param given the codes that were given out in all sets of the study */
    static CodeCheck of(List<HandedIn> handedIn, List<Given> given, long setId) {
        Map<String, Given> byCode = given.stream()
                .collect(Collectors.toMap(one -> CompletionCode.normal(one.code()), Function.identity(), (a, b) -> a));
        Map<String, Long> times =
                handedIn.stream().collect(Collectors.groupingBy(HandedIn::normal, Collectors.counting()));
        Set<String> seen = new HashSet<>(times.keySet());
        return new CodeCheck(
                handedIn.stream()
                        .map(one -> line(one, byCode.get(one.normal()), times.getOrDefault(one.normal(), 0L), setId))
                        .sorted(Comparator.comparing(Line::outcome))
                        .toList(),
                given.stream()
                        .filter(one -> one.setId() == setId && !seen.contains(CompletionCode.normal(one.code())))
                        .toList());
    }

    private static Line line(HandedIn handedIn, @Nullable Given given, long times, long setId) {
        CodeOutcome outcome = handedIn.code().isEmpty()
                ? CodeOutcome.NONE
                : given == null
                        ? CodeOutcome.UNKNOWN
                        : times > 1
                                ? CodeOutcome.TWICE
                                : given.setId() == setId ? CodeOutcome.DONE : CodeOutcome.OTHER_SET;
        return new Line(handedIn, outcome, given);
    }

    /** Returns how many lines have each outcome that occurs, in the order of the outcomes. */
    public Map<CodeOutcome, Integer> counts() {
        Map<CodeOutcome, Integer> counts = new EnumMap<>(CodeOutcome.class);
        lines.forEach(line -> counts.merge(line.outcome(), 1, Integer::sum));
        return counts;
    }
}
