package org.c25.models;

import java.util.List;
import java.util.stream.Collectors;
import org.c25.affect.Dimension;
import org.c25.affect.Expression;
import org.c25.common.Numbers;
import org.c25.predictions.CardLines;
import org.c25.predictions.ModelCard;
import org.c25.predictions.PredictionsFile;

/** What is known of how a model was made, as its page shows it. */
record ModelOrigin(ModelDetail detail) {

    public boolean hasCard() {
        return detail.card() != null;
    }

    public List<CardLines.Line> lines() {
        ModelCard card = detail.card();
        return card == null ? List.of() : CardLines.of(card);
    }

    public List<CardLines.Line> metrics() {
        ModelCard card = detail.card();
        return card == null ? List.of() : CardLines.metrics(card);
    }

    /** Whether the card says on which images it was trained. */
    public boolean hasSplit() {
        return detail.model().hasSplit();
    }

    public boolean heldOut() {
        return detail.heldOut();
    }

    /** Returns on how many of the images that are looked at it was trained. */
    public int trainedOn() {
        return detail.trainedOn();
    }

    /** Returns the expressions for which its net has no class, in words; empty if it has all, or nobody knows. */
    public String without() {
        ModelCard card = detail.card();
        return card == null
                ? ""
                : card.without().stream().map(Expression::english).collect(Collectors.joining(", "));
    }

    /** Returns how many values were clamped, in words; empty if none. */
    public String clamped() {
        return PredictionsFile.SCALES.stream()
                .filter(scale -> count(scale) > 0)
                .map(scale -> Numbers.count(count(scale), "value") + " of " + scale.field())
                .collect(Collectors.joining(" and "));
    }

    private int count(Dimension scale) {
        return detail.predictions().clamped(scale);
    }
}
