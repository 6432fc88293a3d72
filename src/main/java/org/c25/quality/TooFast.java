package org.c25.quality;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.c25.studies.Quality;
import org.jspecify.annotations.Nullable;

/** Too many answers came in less time than it takes to look at a face. Only answers of which the time is known count. */
final class TooFast implements Look {

    @Override
    public Optional<Evidence> at(Figures figures, Quality thresholds) {
        List<Answer> timed = figures.answers().timed();
        int millis = Objects.requireNonNull(thresholds.fastMillis());
        List<Answer> fast =
                timed.stream().filter(answer -> answer.millis() < millis).toList();
        if (timed.size() < Rule.least(thresholds)
                || !Numbers.isOver(Numbers.share(fast.size(), timed.size()), thresholds.fastShare())) {
            return Optional.empty();
        }
        String words = fast.size() + " of " + timed.size() + " answers in under " + Numbers.seconds(millis)
                + "; median " + Numbers.seconds(Objects.requireNonNull(figures.medianMillis()));
        return Optional.of(Evidence.of(words, fast));
    }

    @Override
    public @Nullable String when(Quality thresholds) {
        int millis = Objects.requireNonNull(thresholds.fastMillis());
        double share = Objects.requireNonNull(thresholds.fastShare());
        return millis == 0 || share >= 1
                ? null
                : "more than " + Numbers.percent(share) + " of the answers in under " + Numbers.seconds(millis);
    }
}
