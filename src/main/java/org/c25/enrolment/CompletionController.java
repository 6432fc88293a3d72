package org.c25.enrolment;

import java.util.Optional;
import org.c25.sets.Sets;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The last page: thanks, and the completion code. */
@Controller
class CompletionController {

    private final Participants participants;
    private final Sets sets;

    CompletionController(Participants participants, Sets sets) {
        this.participants = participants;
        this.sets = sets;
    }

    @GetMapping("/p/{ref}/thanks")
    String thanks(@AuthenticationPrincipal Invited invited, @PathVariable String ref, Model model) {
        Optional<String> code = participants.find(invited).map(Participant::completionCode);
        if (code.isEmpty()) {
            return "redirect:/p/" + ref;
        }
        model.addAttribute("ref", ref);
        model.addAttribute("code", code.get());
        model.addAttribute("study", sets.studyOfInvited(invited.setId()));
        return "enrolment/thanks";
    }
}
