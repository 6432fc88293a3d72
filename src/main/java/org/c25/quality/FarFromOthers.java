package org.c25.quality;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.c25.affect.Dimension;
import org.c25.protocol.FlagThresholds;
import org.jspecify.annotations.Nullable;

/**
 * The rule for answers that have little to do with those of all others. It only counts images that others have
 * answered, too, and for expressions only those on which the others are not tied: to differ from one half of them is no
 * fault.
 */
final class FarFromOthers implements FlagRule {

    @Override
    public Optional<Evidence> at(ParticipantFigures figures, FlagThresholds thresholds) {
        OthersAgreement others = figures.others();
        List<String> words = new ArrayList<>();
        List<AnsweredTrial> behind = new ArrayList<>();
        scale(words, behind, Dimension.VALENCE, others.valence(), thresholds);
        scale(words, behind, Dimension.AROUSAL, others.arousal(), thresholds);
        int untied = others.untied().size();
        int same = untied - others.apart().size();
        if (untied > 0
                && untied >= FlagKind.least(thresholds)
                && NumberText.isUnder(NumberText.share(same, untied), thresholds.leastAgreement())) {
            words.add(same + " of " + untied + " expressions are the majority vote of the others ("
                    + NumberText.percent(NumberText.share(same, untied)) + ")");
            behind.addAll(others.apart());
        }
        return words.isEmpty() ? Optional.empty() : Optional.of(Evidence.of(String.join("; ", words), behind));
    }

    private static void scale(
            List<String> words,
            List<AnsweredTrial> behind,
            Dimension scale,
            OthersAgreement.Closeness closeness,
            FlagThresholds thresholds) {
        Double ccc = closeness.ccc();
        if (ccc != null
                && closeness.images() >= FlagKind.least(thresholds)
                && NumberText.isUnder(ccc, thresholds.leastCcc())) {
            words.add("CCC of " + scale.field() + " " + NumberText.two(ccc) + " on " + closeness.images() + " images");
            behind.addAll(closeness.furthest());
        }
    }

    @Override
    public @Nullable String when(FlagThresholds thresholds) {
        double ccc = Objects.requireNonNull(thresholds.leastCcc());
        double agreement = Objects.requireNonNull(thresholds.leastAgreement());
        List<String> words = new ArrayList<>();
        if (ccc > -1) {
            words.add("a CCC under " + NumberText.plain(ccc) + " with the mean of all others, in valence or arousal");
        }
        if (agreement > 0) {
            words.add("less than " + NumberText.percent(agreement)
                    + " of the expressions are the majority vote of all others, on the images where they are not tied");
        }
        return words.isEmpty() ? null : String.join(", or ", words);
    }
}
