package org.c25.quality;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.c25.affect.Dimension;
import org.c25.affect.Step;
import org.c25.protocol.FlagThresholds;
import org.jspecify.annotations.Nullable;

/** The rule for answers that are nearly all one and the same step of a scale. */
final class ScaleHardlyUsed implements FlagRule {

    @Override
    public Optional<Evidence> at(ParticipantFigures figures, FlagThresholds thresholds) {
        List<String> words = new ArrayList<>();
        List<AnsweredTrial> behind = new ArrayList<>();
        for (Dimension scale : List.of(Dimension.VALENCE, Dimension.AROUSAL)) {
            List<AnsweredTrial> used = figures.answers().inOrder().stream()
                    .filter(answer -> answer.step(scale) != 0)
                    .toList();
            List<AnsweredTrial> most = most(used, scale);
            if (used.size() >= FlagKind.least(thresholds)
                    && NumberText.isOver(NumberText.share(most.size(), used.size()), thresholds.oneStepShare())) {
                words.add(scale.field() + " " + most.get(0).step(scale) + " in " + most.size() + " of " + used.size()
                        + " answers (" + NumberText.percent(NumberText.share(most.size(), used.size())) + ")");
                behind.addAll(most);
            }
        }
        return words.isEmpty() ? Optional.empty() : Optional.of(Evidence.of(String.join("; ", words), behind));
    }

    /** Returns the answers with the step that was used most; of several such steps, the lowest. */
    private static List<AnsweredTrial> most(List<AnsweredTrial> used, Dimension scale) {
        int[] counts = new int[Step.GREATEST + 1];
        used.forEach(answer -> counts[answer.step(scale)]++);
        int step = IntStream.rangeClosed(Step.LEAST, Step.GREATEST)
                .reduce((one, other) -> counts[other] > counts[one] ? other : one)
                .orElseThrow();
        return used.stream().filter(answer -> answer.step(scale) == step).toList();
    }

    @Override
    public @Nullable String when(FlagThresholds thresholds) {
        double share = Objects.requireNonNull(thresholds.oneStepShare());
        return share >= 1 ? null : "one step in more than " + NumberText.percent(share) + " of the answers on a scale";
    }
}
