package org.c25.annotation;

import java.util.Optional;
import org.c25.enrolment.Invited;
import org.c25.enrolment.Participant;
import org.c25.enrolment.ParticipantStatus;
import org.c25.enrolment.Participants;
import org.c25.enrolment.Returns;
import org.c25.sets.Sets;
import org.c25.web.BackTo;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** For who comes back late: what became of their place and of their answers, and the way to go on, if there is room. */
@Controller
class ReturnController {

    private final Returns returns;
    private final Participants participants;
    private final Annotations annotations;
    private final Sets sets;

    ReturnController(Returns returns, Participants participants, Annotations annotations, Sets sets) {
        this.returns = returns;
        this.participants = participants;
        this.annotations = annotations;
        this.sets = sets;
    }

    @GetMapping("/p/{ref}/return")
    String ask(@AuthenticationPrincipal Invited invited, @PathVariable String ref, Model model) {
        Optional<Participant> released =
                participants.find(invited).filter(participant -> participant.status() == ParticipantStatus.RELEASED);
        if (released.isEmpty()) {
            return "redirect:/p/" + ref;
        }
        model.addAttribute("ref", ref);
        model.addAttribute("standing", annotations.standing(released.get()));
        model.addAttribute("prospect", returns.prospect(invited, released.get()));
        model.addAttribute("study", sets.studyOfInvited(invited.setId()));
        return "annotation/return";
    }

    /** If the place was taken, closed or held up since the page was opened, the first page says which. */
    @BackTo(value = "/p/{ref}", withReason = false)
    @PostMapping("/p/{ref}/return")
    String comeBack(@AuthenticationPrincipal Invited invited, @PathVariable String ref) {
        returns.comeBack(invited);
        return "redirect:/p/" + ref;
    }
}
