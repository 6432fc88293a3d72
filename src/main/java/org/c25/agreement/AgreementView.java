package org.c25.agreement;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The statistics as the contract names them. What is undefined is null: JSON has no NaN. */
public record AgreementView(
        @Schema(description = "all images of the set") int images,

        @Schema(description = "who gave at least one answer")
        int participants,

        ExpressionView expression,
        ScaleView valence,
        ScaleView arousal) {

    public static AgreementView of(AgreementStatistics statistics) {
        return new AgreementView(
                statistics.images(),
                statistics.participants(),
                ExpressionView.of(statistics.expression()),
                ScaleView.of(statistics.valence()),
                ScaleView.of(statistics.arousal()));
    }

    private static @Nullable Double orNull(double figure) {
        return Double.isNaN(figure) ? null : figure;
    }

    public record ExpressionView(
            @Nullable Double percentAgreement,
            @Nullable Double fleissKappa,

            @Schema(description = "Gwet 2014, linearised") @Nullable
            Double fleissKappaStandardError,

            @Schema(description = "nominal") @Nullable Double krippendorffAlpha,
            @Nullable Double gwetAc1,

            @Schema(description = "over all pairs of participants") @Nullable
            Double meanCohenKappa,

            @Schema(description = "sample standard deviation over the pairs") @Nullable
            Double sdCohenKappa,

            @Schema(description = "images of which several expressions have the most votes")
            int ties,

            @Schema(description = "images of each majority, by code 0 … 7; the smallest on a tie")
            List<Integer> majorityCounts,

            @Schema(description = "votes for the majority") @Nullable
            Double meanScore,

            @Schema(description = "in nats") @Nullable Double meanVoteEntropy) {

        static ExpressionView of(ExpressionAgreement agreement) {
            VoteSummary votes = agreement.votes();
            return new ExpressionView(
                    orNull(agreement.percentAgreement()),
                    orNull(agreement.fleissKappa().value()),
                    orNull(agreement.fleissKappa().standardError()),
                    orNull(agreement.krippendorffAlpha()),
                    orNull(agreement.gwetAc1().value()),
                    orNull(agreement.cohenKappa().mean()),
                    orNull(agreement.cohenKappa().sd()),
                    votes.ties(),
                    votes.majorityCounts(),
                    orNull(votes.meanScore()),
                    orNull(votes.meanVoteEntropy()));
        }
    }

    public record ScaleView(
            @Nullable Double krippendorffAlphaInterval,
            @Nullable Double krippendorffAlphaOrdinal,
            @Nullable Double icc11,
            @Nullable Double icc21,
            @Nullable Double icc2k,

            @Schema(description = "Lin's concordance over all pairs of participants") @Nullable
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
            Double grandMean) {

        static ScaleView of(ScaleAgreement agreement) {
            VoteSummary votes = agreement.votes();
            return new ScaleView(
                    orNull(agreement.krippendorffAlphaInterval()),
                    orNull(agreement.krippendorffAlphaOrdinal()),
                    orNull(agreement.icc().icc11().value()),
                    orNull(agreement.icc().icc21().value()),
                    orNull(agreement.icc().icc2k().value()),
                    orNull(agreement.ccc().mean()),
                    orNull(agreement.ccc().sd()),
                    orNull(agreement.pearson().mean()),
                    votes.ties(),
                    orNull(votes.meanScore()),
                    orNull(votes.meanScoreP()),
                    orNull(votes.meanScoreM()),
                    orNull(votes.meanScorePM()),
                    orNull(votes.meanVoteEntropy()),
                    orNull(agreement.grandMean()));
        }
    }
}
