package org.c25.quality;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.c25.accounts.Caller;
import org.c25.accounts.Visible;
import org.c25.agreement.SelfAgreement;
import org.c25.participation.ParticipantStatus;
import org.c25.protocol.FlagThresholds;
import org.c25.sets.SetView;
import org.c25.web.HeavyStatistics;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
@HeavyStatistics
@Tag(name = "Staff")
class FlagApi {

    private final Flags flags;

    FlagApi(Flags flags) {
        this.flags = flags;
    }

    @Operation(
            summary =
                    "Figures and flags of everybody in the set's slots, with the thresholds that these go by in a set of this size",
            description =
                    "A flag asks for a second look: it excludes nobody and changes no file. Flags are worked out from the"
                            + " answers so far; evidence is null where one was decided on and is not raised any more. positions"
                            + " are those of the trials behind it, from 0; in words, trials count from 1.")
    @GetMapping("/api/v1/sets/{set}/flags")
    SetFlags of(@AuthenticationPrincipal Caller caller, @Visible SetView set) {
        SetQuality found = flags.look(caller, set.id());
        return new SetFlags(
                found.thresholds(),
                found.leastPairs(),
                found.people().stream().map(ParticipantFlags::of).toList());
    }

    @Operation(
            summary = "Decides on a flag of a participant, who goes by the slot; the latest decision counts",
            description = "409 if there is no such flag. The decision keeps the evidence on which it was made, and goes"
                    + " when the participant has everything erased.")
    @PutMapping(path = "/api/v1/sets/{set}/flags/{participant}/{rule}", consumes = MediaType.APPLICATION_JSON_VALUE)
    FlagView decide(
            @AuthenticationPrincipal Caller caller,
            @Visible SetView set,
            @PathVariable int participant,
            @PathVariable FlagKind rule,
            @Valid @RequestBody WantedDecision wanted) {
        return flags.decide(caller, set.id(), participant, null, rule, wanted.decision(), wanted.note());
    }

    record WantedDecision(
            @NotNull(message = "is ACCEPTED or DISMISSED") Decision decision,

            @Schema(description = "Why, at most 1000 characters") @Nullable
            String note) {}

    record SetFlags(
            FlagThresholds thresholds,

            @Schema(description = "How many images answered twice it takes for self-agreement to be looked at")
            int leastPairs,

            List<ParticipantFlags> participants) {}

    /**
     * The figures and flags of one participant.
     *
     * @param participant the slot
     * @param answered how many trials have an answer
     * @param total how many trials there are
     */
    record ParticipantFlags(
            int participant,
            ParticipantStatus status,
            int answered,
            int total,
            FlagFigures figures,
            List<FlagView> flags) {

        static ParticipantFlags of(PersonQuality person) {
            return new ParticipantFlags(
                    person.slot(),
                    person.member().status(),
                    person.answered(),
                    person.member().trials(),
                    FlagFigures.of(person.figures()),
                    person.flags());
        }
    }

    @Schema(description = "What the rules look at; null where it is not known or not defined")
    record FlagFigures(
            @Nullable Double medianResponseTimeMillis,

            @Schema(description = "How many images were answered twice; what the figures on oneself rest on")
            int repeats,

            @Nullable Double selfKappaExpression,

            @Schema(description = "With quadratic weights") @Nullable
            Double selfKappaValence,

            @Schema(description = "With quadratic weights") @Nullable
            Double selfKappaArousal,

            @Schema(description = "Mean absolute difference in steps") @Nullable
            Double selfDifferenceValence,

            @Schema(description = "Mean absolute difference in steps") @Nullable
            Double selfDifferenceArousal,

            @Schema(description = "How many others have answered anything")
            int others,

            @Schema(description = "Lin's concordance with the mean of all others") @Nullable
            Double cccValence,

            @Schema(description = "On how many images it rests: those that others have answered, too")
            int cccValenceImages,

            @Schema(description = "Lin's concordance with the mean of all others") @Nullable
            Double cccArousal,

            @Schema(description = "On how many images it rests")
            int cccArousalImages,

            @Schema(
                    description =
                            "Share of the expressions that are the majority vote of all others, the smallest code on a tie")
            @Nullable
            Double majorityAgreement,

            @Schema(description = "On how many images it rests")
            int majorityImages) {

        static FlagFigures of(ParticipantFigures figures) {
            SelfAgreement self = figures.self();
            OthersAgreement others = figures.others();
            return new FlagFigures(
                    figures.medianMillis(),
                    figures.answers().pairs().size(),
                    known(self.expression().kappa()),
                    known(self.valence().kappa()),
                    known(self.arousal().kappa()),
                    known(self.valence().difference()),
                    known(self.arousal().difference()),
                    others.others(),
                    others.valence().ccc(),
                    others.valence().images(),
                    others.arousal().ccc(),
                    others.arousal().images(),
                    others.majority(),
                    others.compared());
        }

        private static @Nullable Double known(double figure) {
            return Double.isNaN(figure) ? null : Double.valueOf(figure);
        }
    }
}
