package org.c25.annotation;

import java.util.Optional;
import org.c25.invitations.InvitedPerson;
import org.c25.participation.Participant;
import org.c25.participation.ParticipantStatus;
import org.c25.participation.Returns;
import org.c25.participation.TakingPart;
import org.c25.sets.Sets;
import org.c25.web.BackTo;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/**
 * The page for participants who come back after their slot was released. It tells what became of their slot and of
 * their answers, and lets them go on if there is room.
 */
@Controller
class ReturnController {

    private final Returns returns;
    private final Annotations annotations;
    private final Sets sets;

    ReturnController(Returns returns, Annotations annotations, Sets sets) {
        this.returns = returns;
        this.annotations = annotations;
        this.sets = sets;
    }

    @GetMapping("/p/{ref}/return")
    String ask(
            @AuthenticationPrincipal InvitedPerson invited,
            @TakingPart Optional<Participant> participant,
            @PathVariable String ref,
            Model model) {
        Optional<Participant> released = participant.filter(one -> one.status() == ParticipantStatus.RELEASED);
        if (released.isEmpty()) {
            return "redirect:/p/" + ref;
        }
        model.addAttribute("ref", ref);
        model.addAttribute("standing", annotations.standing(released.get()));
        model.addAttribute("prospect", returns.prospect(invited, released.get()));
        model.addAttribute("study", sets.studyOfInvited(invited.setId()));
        return "annotation/return";
    }

    /**
     * Takes a slot again for the participant. If the set has been filled, closed or paused since the page was opened,
     * the first page says which.
     */
    @BackTo(value = "/p/{ref}", withReason = false)
    @PostMapping("/p/{ref}/return")
    String comeBack(@AuthenticationPrincipal InvitedPerson invited, @PathVariable String ref) {
        returns.comeBack(invited);
        return "redirect:/p/" + ref;
    }
}
