package org.c25.monitoring;

import java.util.Locale;
import org.c25.agreement.SelfAgreement;
import org.c25.common.Numbers;
import org.jspecify.annotations.Nullable;

/**
 * The self-agreement of somebody who saw images twice, as programs and the page of a set have it.
 *
 * @param repeats the number of repeated trials of which both showings have an answer
 * @param sameExpression the share with the same expression, 0 … 1; null without repeats
 * @param valenceDifference the mean absolute difference of valence in steps, 0 … 8; null without repeats
 * @param arousalDifference the mean absolute difference of arousal in steps, 0 … 8; null without repeats
 */
record SelfAgreementView(
        int repeats,
        @Nullable Double sameExpression,
        @Nullable Double valenceDifference,
        @Nullable Double arousalDifference) {

    static SelfAgreementView of(SelfAgreement self) {
        return new SelfAgreementView(
                self.expression().pairs(),
                known(self.expression().same()),
                known(self.valence().difference()),
                known(self.arousal().difference()));
    }

    private static @Nullable Double known(double figure) {
        return Double.isNaN(figure) ? null : Double.valueOf(figure);
    }

    /** Returns the share with its basis, such as {@code 78 % of 23}; – without repeats. */
    public String expressionWords() {
        return sameExpression == null ? Numbers.NONE : Math.round(sameExpression * 100) + " % of " + repeats;
    }

    /** Returns the differences, such as {@code V 0.6 · A 0.9}; empty without repeats. */
    public String scaleWords() {
        return valenceDifference == null
                ? ""
                : String.format(Locale.ROOT, "V %.1f · A %.1f", valenceDifference, arousalDifference);
    }
}
