package org.c25.reliability;

import java.util.List;
import org.c25.agreement.Answers;
import org.c25.agreement.Basis;

/**
 * How reliable the majority votes for the expressions are.
 *
 * @param basis the images with two or more answers
 * @param needed how many raters it takes for κ of 0.80 and 0.90
 */
public record ExpressionReliability(Basis basis, MajorityReliability majority, List<RatersNeeded> needed) {

    static ExpressionReliability of(Answers answers, long seed) {
        MajorityReliability majority = MajorityReliability.of(answers, seed);
        return new ExpressionReliability(
                Basis.shared(answers),
                majority,
                Reliability.WANTED.stream().map(majority::needed).toList());
    }
}
