package org.c25.concordance;

import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.c25.agreement.Answers;
import org.c25.agreement.Basis;
import org.c25.agreement.Estimate;

/**
 * A coefficient of one dimension that can be computed anew from any part of the answers.
 *
 * @param key the name in files and for programs, such as {@code congerKappaLinear}
 * @param title the name on pages
 * @param kind the images that count
 * @param least the least value that it can have; its greatest is 1
 * @param value computes it; NaN where it is undefined
 * @param estimate computes it with its interval over images, if there is a formula for that
 */
record Measure(
        String key,
        String title,
        Basis.Kind kind,
        double least,
        ToDoubleFunction<Answers> value,
        Function<Answers, Estimate> estimate) {

    /** Returns a measure of the images with two or more answers that has a formula for its interval. */
    static Measure of(String key, String title, double least, Function<Answers, Estimate> estimate) {
        return new Measure(
                key,
                title,
                Basis.Kind.SHARED,
                least,
                answers -> estimate.apply(answers).value(),
                estimate);
    }

    /** Returns a measure that has a value alone. */
    static Measure of(String key, String title, Basis.Kind kind, double least, ToDoubleFunction<Answers> value) {
        return new Measure(key, title, kind, least, value, answers -> Estimate.of(value.applyAsDouble(answers)));
    }
}
