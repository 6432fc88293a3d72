package org.c25.quality;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.c25.protocol.FlagThresholds;
import org.jspecify.annotations.Nullable;

/** The rule for too many answers whose expression and step contradict each other. */
final class Contradictions implements FlagRule {

    @Override
    public Optional<Evidence> at(ParticipantFigures figures, FlagThresholds thresholds) {
        List<AnsweredTrial> whole = figures.answers().inOrder().stream()
                .filter(AnsweredTrial::isWhole)
                .toList();
        List<AnsweredTrial> behind = new ArrayList<>();
        List<String> words = new ArrayList<>();
        for (Contradiction contradiction : Contradiction.values()) {
            List<AnsweredTrial> found =
                    whole.stream().filter(contradiction::isIn).toList();
            behind.addAll(found);
            if (!found.isEmpty()) {
                words.add(NumberText.times(found.size()) + " " + contradiction.words());
            }
        }
        if (whole.size() < FlagKind.least(thresholds)
                || !NumberText.isOver(NumberText.share(behind.size(), whole.size()), thresholds.contradictionShare())) {
            return Optional.empty();
        }
        return Optional.of(
                Evidence.of(behind.size() + " of " + whole.size() + " answers: " + String.join(", ", words), behind));
    }

    @Override
    public @Nullable String when(FlagThresholds thresholds) {
        double share = Objects.requireNonNull(thresholds.contradictionShare());
        return share >= 1
                ? null
                : "more than " + NumberText.percent(share) + " of the answers are one of: "
                        + Stream.of(Contradiction.values())
                                .map(Contradiction::words)
                                .collect(Collectors.joining(", "));
    }
}
