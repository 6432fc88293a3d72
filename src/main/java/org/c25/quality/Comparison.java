package org.c25.quality;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;
import org.c25.affect.Dimension;
import org.c25.agreement.AgreementStatistics;
import org.c25.agreement.ExpressionAgreement;
import org.c25.agreement.ScaleAgreement;

/**
 * How far a set agrees with everybody, beside how far it agrees without some.
 *
 * @param participants who gave an answer
 * @param left those of them who would stay
 */
record Comparison(int participants, int left, List<Part> parts) {

    static Comparison of(AgreementStatistics all, AgreementStatistics some) {
        return new Comparison(
                all.participants(),
                some.participants(),
                List.of(
                        expression(all.expression(), some.expression()),
                        scale(Dimension.VALENCE, all.valence(), some.valence()),
                        scale(Dimension.AROUSAL, all.arousal(), some.arousal())));
    }

    private static Part expression(ExpressionAgreement all, ExpressionAgreement some) {
        Lines<ExpressionAgreement> lines = new Lines<>(all, some);
        lines.add("Percent agreement", ExpressionAgreement::percentAgreement);
        lines.add("Fleiss' kappa", agreement -> agreement.fleissKappa().value());
        lines.add("Krippendorff's α, nominal", ExpressionAgreement::krippendorffAlpha);
        lines.count("Images with a tie", agreement -> agreement.votes().ties());
        lines.count("Images that all answered", ExpressionAgreement::completeImages);
        return new Part("Expression", lines.lines);
    }

    private static Part scale(Dimension dimension, ScaleAgreement all, ScaleAgreement some) {
        Lines<ScaleAgreement> lines = new Lines<>(all, some);
        lines.add("Krippendorff's α, interval", ScaleAgreement::krippendorffAlphaInterval);
        lines.add("Mean CCC of all pairs", agreement -> agreement.ccc().mean());
        lines.add("ICC(2,k)", agreement -> agreement.icc().icc2k().value());
        lines.count("Images with a tie", agreement -> agreement.votes().ties());
        return new Part(dimension == Dimension.VALENCE ? "Valence" : "Arousal", lines.lines);
    }

    /** The figures of one dimension. */
    record Part(String title, List<Line> lines) {}

    /** One figure with everybody, without some, and what it changes by; – where it is not defined. */
    record Line(String title, String all, String some, String difference) {}

    private static final class Lines<T> {

        private static final String UNDEFINED = "–";

        private final T all;
        private final T some;
        private final List<Line> lines = new ArrayList<>();

        Lines(T all, T some) {
            this.all = all;
            this.some = some;
        }

        void add(String title, ToDoubleFunction<T> figure) {
            add(title, figure.applyAsDouble(all), figure.applyAsDouble(some), "%.3f", "%+.3f");
        }

        void count(String title, ToIntFunction<T> figure) {
            add(title, figure.applyAsInt(all), figure.applyAsInt(some), "%.0f", "%+.0f");
        }

        private void add(String title, double before, double after, String plain, String signed) {
            lines.add(new Line(title, words(plain, before), words(plain, after), words(signed, after - before)));
        }

        private static String words(String format, double figure) {
            // Of what is rounded away, no sign is left.
            double shown = Math.abs(figure) < 0.0005 ? 0 : figure;
            String plain = shown == 0 ? format.replace("+", "") : format;
            return Double.isNaN(figure) ? UNDEFINED : String.format(Locale.ROOT, plain, shown);
        }
    }
}
