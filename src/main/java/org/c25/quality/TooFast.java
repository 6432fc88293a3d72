package org.c25.quality;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.c25.protocol.FlagThresholds;
import org.jspecify.annotations.Nullable;

/**
 * The rule for too many answers given in less time than it takes to look at a face. It only counts answers whose time
 * is known.
 */
final class TooFast implements FlagRule {

    @Override
    public Optional<Evidence> at(ParticipantFigures figures, FlagThresholds thresholds) {
        List<AnsweredTrial> timed = figures.answers().timed();
        int millis = Objects.requireNonNull(thresholds.fastMillis());
        List<AnsweredTrial> fast =
                timed.stream().filter(answer -> answer.millis() < millis).toList();
        if (timed.size() < FlagKind.least(thresholds)
                || !NumberText.isOver(NumberText.share(fast.size(), timed.size()), thresholds.fastShare())) {
            return Optional.empty();
        }
        String words = fast.size() + " of " + timed.size() + " answers in under " + NumberText.seconds(millis)
                + "; median " + NumberText.seconds(Objects.requireNonNull(figures.medianMillis()));
        return Optional.of(Evidence.of(words, fast));
    }

    @Override
    public @Nullable String when(FlagThresholds thresholds) {
        int millis = Objects.requireNonNull(thresholds.fastMillis());
        double share = Objects.requireNonNull(thresholds.fastShare());
        return millis == 0 || share >= 1
                ? null
                : "more than " + NumberText.percent(share) + " of the answers in under " + NumberText.seconds(millis);
    }
}
