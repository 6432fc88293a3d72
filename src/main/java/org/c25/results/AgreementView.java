package org.c25.results;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Map;
import org.c25.affect.Dimension;
import org.c25.agreement.AgreementStatistics;
import org.c25.agreement.Coefficient;
import org.c25.agreement.ExpressionAgreement;
import org.c25.agreement.ScaleAgreement;
import org.c25.agreement.UndefinedReason;
import org.c25.agreement.VoteSummary;
import org.jspecify.annotations.Nullable;

/**
 * The statistics with the names of the API. A figure that is undefined is null, since JSON has no NaN, and has a reason
 * beside it.
 */
public record AgreementView(
        @Schema(description = "all images of the set") int images,

        @Schema(description = "who gave at least one answer")
        int participants,

        ExpressionView expression,
        ScaleView valence,
        ScaleView arousal) {

    private static final String BOTH_ANSWERED = "with answers of two or more participants";
    private static final String ALL_ANSWERED = "that all participants with any answer have answered; what ICC rests on";
    private static final String PAIRS = "of participants that enter the means over pairs";
    private static final String UNDEFINED = "why a figure is null, by its name";
    private static final String WARNINGS = "what to mind of a coefficient, by its name: that it rests on few images";

    public static AgreementView of(AgreementStatistics statistics) {
        List<Coefficient> coefficients = Coefficient.of(statistics);
        return new AgreementView(
                statistics.images(),
                statistics.participants(),
                ExpressionView.of(statistics.expression(), new CoefficientNotes(Dimension.EXPRESSION, coefficients)),
                ScaleView.of(statistics.valence(), new CoefficientNotes(Dimension.VALENCE, coefficients)),
                ScaleView.of(statistics.arousal(), new CoefficientNotes(Dimension.AROUSAL, coefficients)));
    }

    public record ExpressionView(
            @Schema(description = BOTH_ANSWERED) int images,

            @Schema(description = ALL_ANSWERED) int completeImages,

            @Schema(description = "who gave at least one expression")
            int participants,

            @Schema(description = PAIRS) int pairs,

            @Nullable Double percentAgreement,
            @Nullable Double fleissKappa,

            @Schema(description = "Gwet 2014, linearised") @Nullable
            Double fleissKappaStandardError,

            @Schema(description = "nominal") @Nullable Double krippendorffAlpha,

            @Nullable Double gwetAc1,

            @Schema(description = "over pairs of participants, weighed by the images they share") @Nullable
            Double meanCohenKappa,

            @Schema(description = "sample standard deviation over the pairs") @Nullable
            Double sdCohenKappa,

            @Schema(description = "images of which several expressions have the most votes")
            int ties,

            @Schema(description = "images of each majority, by code 0 … 7; the smallest on a tie")
            List<Integer> majorityCounts,

            @Schema(description = "votes for the majority") @Nullable
            Double meanScore,

            @Schema(description = "in nats") @Nullable Double meanVoteEntropy,

            @Schema(description = UNDEFINED) Map<String, String> undefined,

            @Schema(description = WARNINGS) Map<String, String> warnings) {

        static ExpressionView of(ExpressionAgreement agreement, CoefficientNotes notes) {
            VoteSummary votes = agreement.votes();
            return new ExpressionView(
                    agreement.shared().images(),
                    agreement.complete().images(),
                    agreement.shared().participants(),
                    agreement.pairs().pairs(),
                    notes.coefficient("percentAgreement"),
                    notes.coefficient("fleissKappa"),
                    notes.spread(
                            "fleissKappaStandardError",
                            agreement.fleissKappa().standardError(),
                            "fleissKappa",
                            UndefinedReason.ONE_IMAGE),
                    notes.coefficient("krippendorffAlpha"),
                    notes.coefficient("gwetAc1"),
                    notes.coefficient("meanCohenKappa"),
                    notes.spread(
                            "sdCohenKappa", agreement.cohenKappa().sd(), "meanCohenKappa", UndefinedReason.ONE_PAIR),
                    votes.ties(),
                    votes.majorityCounts(),
                    notes.ofVotes("meanScore", votes.meanScore()),
                    notes.ofVotes("meanVoteEntropy", votes.meanVoteEntropy()),
                    notes.undefined(),
                    notes.warnings());
        }
    }

    public record ScaleView(
            @Schema(description = BOTH_ANSWERED) int images,

            @Schema(description = ALL_ANSWERED) int completeImages,

            @Schema(description = "who gave at least one of these answers")
            int participants,

            @Schema(description = PAIRS) int pairs,

            @Nullable Double krippendorffAlphaInterval,
            @Nullable Double krippendorffAlphaOrdinal,
            @Nullable Double icc11,
            @Nullable Double icc21,
            @Nullable Double icc2k,

            @Schema(description = "Lin's concordance over pairs of participants, weighed by the images they share")
            @Nullable
            Double meanCcc,

            @Schema(description = "sample standard deviation over the pairs") @Nullable
            Double sdCcc,

            @Nullable Double meanPearson,

            @Schema(description = "images of which several steps have the most votes")
            int ties,

            @Schema(description = "votes for the majority, the smallest step on a tie") @Nullable
            Double meanCompareM,

            @Schema(description = "votes for the majority + 0.25") @Nullable
            Double meanScoreP,

            @Schema(description = "votes for the majority − 0.25") @Nullable
            Double meanScoreM,

            @Schema(description = "the sum of the three") @Nullable
            Double meanScorePM,

            @Schema(description = "in nats") @Nullable Double meanVoteEntropy,

            @Schema(description = "of all answers, −1 … 1") @Nullable
            Double grandMean,

            @Schema(description = UNDEFINED) Map<String, String> undefined,

            @Schema(description = WARNINGS) Map<String, String> warnings) {

        static ScaleView of(ScaleAgreement agreement, CoefficientNotes notes) {
            VoteSummary votes = agreement.votes();
            return new ScaleView(
                    agreement.shared().images(),
                    agreement.complete().images(),
                    agreement.shared().participants(),
                    agreement.pairs().pairs(),
                    notes.coefficient("krippendorffAlphaInterval"),
                    notes.coefficient("krippendorffAlphaOrdinal"),
                    notes.coefficient("icc11"),
                    notes.coefficient("icc21"),
                    notes.coefficient("icc2k"),
                    notes.coefficient("meanCcc"),
                    notes.spread("sdCcc", agreement.ccc().sd(), "meanCcc", UndefinedReason.ONE_PAIR),
                    notes.coefficient("meanPearson"),
                    votes.ties(),
                    notes.ofVotes("meanCompareM", votes.meanScore()),
                    notes.ofVotes("meanScoreP", votes.meanScoreP()),
                    notes.ofVotes("meanScoreM", votes.meanScoreM()),
                    notes.ofVotes("meanScorePM", votes.meanScorePM()),
                    notes.ofVotes("meanVoteEntropy", votes.meanVoteEntropy()),
                    notes.ofVotes("grandMean", agreement.grandMean()),
                    notes.undefined(),
                    notes.warnings());
        }
    }
}
