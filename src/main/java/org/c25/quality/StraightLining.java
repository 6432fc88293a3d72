package org.c25.quality;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.c25.protocol.FlagThresholds;
import org.jspecify.annotations.Nullable;

/**
 * The rule for straight-lining: the same expression, valence and arousal many times in a row. Trials that are not
 * answered yet do not break a run; an answer that lacks a value does. The rule does not apply to imported answers:
 * nobody knows in which order those were given.
 */
final class StraightLining implements FlagRule {

    @Override
    public Optional<Evidence> at(ParticipantFigures figures, FlagThresholds thresholds) {
        int least = Objects.requireNonNull(thresholds.longRun());
        if (least == 0 || !figures.answers().orderKnown()) {
            return Optional.empty();
        }
        List<List<AnsweredTrial>> runs = runs(figures.answers().inOrder()).stream()
                .filter(run -> run.size() >= least)
                .toList();
        return runs.stream().max(Comparator.comparingInt(List::size)).map(longest -> evidence(longest, runs));
    }

    private static List<List<AnsweredTrial>> runs(List<AnsweredTrial> inOrder) {
        List<List<AnsweredTrial>> runs = new ArrayList<>();
        List<AnsweredTrial> run = new ArrayList<>();
        for (AnsweredTrial answer : inOrder) {
            if (!answer.isWhole()) {
                run = new ArrayList<>();
                continue;
            }
            if (run.isEmpty() || !run.get(0).saysTheSameAs(answer)) {
                run = new ArrayList<>();
                runs.add(run);
            }
            run.add(answer);
        }
        return runs;
    }

    private static Evidence evidence(List<AnsweredTrial> longest, List<List<AnsweredTrial>> runs) {
        AnsweredTrial first = longest.get(0);
        AnsweredTrial last = longest.get(longest.size() - 1);
        String words = longest.size() + " times in a row '" + first.words() + "' from trial " + (first.position() + 1)
                + " to " + (last.position() + 1)
                + (runs.size() == 1 ? "" : "; " + runs.size() + " such runs in all");
        return Evidence.of(words, runs.stream().flatMap(List::stream).toList());
    }

    @Override
    public @Nullable String when(FlagThresholds thresholds) {
        int least = Objects.requireNonNull(thresholds.longRun());
        return least == 0 ? null : "the same answer " + least + " times in a row or more";
    }
}
