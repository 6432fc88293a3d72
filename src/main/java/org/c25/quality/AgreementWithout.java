package org.c25.quality;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import org.c25.affect.Dimension;
import org.c25.agreement.AgreementStatistics;
import org.c25.agreement.Coefficient;
import org.c25.agreement.VoteSummary;

/**
 * A comparison of how far a set agrees with everybody in it, and how far it agrees without some.
 *
 * @param participants how many people gave an answer
 * @param left how many of them would stay
 */
public record AgreementWithout(int participants, int left, List<Part> parts) {

    /** The keys of the coefficients that are compared. */
    private static final Set<String> COMPARED = Set.of(
            "percentAgreement", "fleissKappa", "krippendorffAlpha", "krippendorffAlphaInterval", "meanCcc", "icc2k");

    static AgreementWithout of(AgreementStatistics all, AgreementStatistics some) {
        return new AgreementWithout(
                all.participants(),
                some.participants(),
                List.of(
                        part(
                                Dimension.EXPRESSION,
                                all,
                                some,
                                statistics -> statistics.expression().votes()),
                        part(
                                Dimension.VALENCE,
                                all,
                                some,
                                statistics -> statistics.valence().votes()),
                        part(
                                Dimension.AROUSAL,
                                all,
                                some,
                                statistics -> statistics.arousal().votes())));
    }

    private static Part part(
            Dimension dimension,
            AgreementStatistics all,
            AgreementStatistics some,
            Function<AgreementStatistics, VoteSummary> votes) {
        List<Coefficient> before = coefficients(all, dimension);
        List<Coefficient> after = coefficients(some, dimension);
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < before.size(); i++) {
            lines.add(Line.of(before.get(i), after.get(i)));
        }
        lines.add(Line.count(
                "Images with a tie", votes.apply(all).ties(), votes.apply(some).ties()));
        return new Part(capital(dimension.field()), lines);
    }

    private static List<Coefficient> coefficients(AgreementStatistics statistics, Dimension dimension) {
        return Coefficient.of(statistics).stream()
                .filter(one -> one.dimension() == dimension && COMPARED.contains(one.key()))
                .toList();
    }

    private static String capital(String word) {
        return Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }

    /** The figures of one dimension. */
    record Part(String title, List<Line> lines) {}

    /**
     * One figure with everybody, without some, and the difference between the two; – if it is not defined.
     *
     * @param allNote the data on which the figure with everybody rests, or why it is not defined; empty for a count
     * @param someNote the same for the figure without some
     */
    record Line(String title, String all, String allNote, String some, String someNote, String difference) {

        private static final String UNDEFINED = "–";

        public static Line of(Coefficient before, Coefficient after) {
            return new Line(
                    before.title(),
                    words("%.3f", before.value()),
                    note(before),
                    words("%.3f", after.value()),
                    note(after),
                    words("%+.3f", after.value() - before.value()));
        }

        static Line count(String title, int before, int after) {
            return new Line(
                    title,
                    words("%.0f", before),
                    "",
                    words("%.0f", after),
                    "",
                    words("%+.0f", (double) after - before));
        }

        private static String note(Coefficient one) {
            return one.whyUndefined()
                    .orElse(one.basis().words() + (one.warning().isPresent() ? ", few" : ""));
        }

        private static String words(String format, double figure) {
            // A difference that is rounded to 0 has no sign.
            double shown = Math.abs(figure) < 0.0005 ? 0 : figure;
            String plain = shown == 0 ? format.replace("+", "") : format;
            return Double.isNaN(figure)
                    ? UNDEFINED
                    : String.format(Locale.ROOT, plain, shown).replace('-', '−');
        }
    }
}
