package org.c25.monitoring;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import org.c25.accounts.Caller;
import org.c25.accounts.Visible;
import org.c25.participation.ParticipantStatus;
import org.c25.participation.Replacements;
import org.c25.participation.SlotChange;
import org.c25.sets.SetView;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Staff")
@RequestMapping("/api/v1/sets/{set}/slots/{slot}")
class SlotApi {

    private final SlotOccupancies occupancies;
    private final Replacements replacements;

    SlotApi(SlotOccupancies occupancies, Replacements replacements) {
        this.occupancies = occupancies;
        this.replacements = replacements;
    }

    @Operation(summary = "Who is in a slot, and everything that happened to it, the oldest first")
    @GetMapping
    SlotView of(@AuthenticationPrincipal Caller caller, @Visible SetView set, @PathVariable int slot) {
        SlotOccupancies.SlotLife life = occupancies.of(caller, set.id(), slot);
        SlotOccupancies.Occupant occupant = life.line().occupant();
        return new SlotView(
                slot,
                occupant == null ? null : occupant.participant(),
                occupant == null ? null : occupant.status(),
                occupant == null ? null : occupant.stalledAt(),
                life.line().kept(),
                life.events().stream().map(SlotEventView::of).toList());
    }

    @Operation(
            summary = "Frees a slot: whoever is in it is out of every file from now on, and their answers are kept",
            description =
                    "Who was at work is RELEASED, and can come back while a slot is free. Who had finished is REPLACED,"
                            + " and keeps the completion code. 409 if nobody is in the slot.")
    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void release(
            @AuthenticationPrincipal Caller caller,
            @Visible SetView set,
            @PathVariable int slot,
            @Parameter(description = "Why, in 1 to 200 characters") @RequestParam(required = false) @Nullable
                    String note,
            @Parameter(description = "The person's number, if the slot is to be freed of nobody else")
                    @RequestParam(required = false)
                    @Nullable
                    Long participant) {
        replacements.release(caller, set.id(), slot, participant, note);
    }

    /**
     * A slot with its history.
     *
     * @param participant the number of the person in the slot; null if it is free
     * @param stalledAt when the person was taken for stalled; null while they come
     * @param kept the number of answered trials of the people who were last in the slot; the trials are kept and in no
     *     file
     */
    record SlotView(
            int slot,
            @Nullable Long participant,
            @Nullable ParticipantStatus status,
            @Nullable Instant stalledAt,
            int kept,
            List<SlotEventView> history) {}

    /**
     * An event of a slot.
     *
     * @param participant the person's number; null if the person had everything erased
     * @param answered the number of trials that had an answer then
     * @param by who did it: an account's name, {@code system} or {@code participant}; null from before it was kept
     */
    record SlotEventView(
            @Nullable Long participant,
            SlotChange what,
            Instant at,
            @Nullable Integer answered,
            @Nullable String by,
            @Nullable String note) {

        static SlotEventView of(SlotOccupancies.Event event) {
            SlotOccupancies.Person person = event.person();
            return new SlotEventView(
                    person == null ? null : person.participant(),
                    event.what(),
                    event.at(),
                    person == null ? null : person.answered(),
                    event.actor(),
                    event.note());
        }
    }
}
