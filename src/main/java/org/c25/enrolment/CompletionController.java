package org.c25.enrolment;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.c25.invitations.InvitedPerson;
import org.c25.participation.Participant;
import org.c25.participation.TakingPart;
import org.c25.protocol.Recruiter;
import org.c25.recruiting.ArrivingId;
import org.c25.recruiting.ExternalId;
import org.c25.recruiting.ExternalIdCookie;
import org.c25.sets.Sets;
import org.c25.studies.StudyView;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The last page, with thanks, the way back to the recruiter if there is one, and the completion code. */
@Controller
class CompletionController {

    private final IdentityClaims claims;
    private final ExternalIdCookie externalIdCookie;
    private final Sets sets;

    CompletionController(IdentityClaims claims, ExternalIdCookie externalIdCookie, Sets sets) {
        this.claims = claims;
        this.externalIdCookie = externalIdCookie;
        this.sets = sets;
    }

    @GetMapping("/p/{ref}/thanks")
    String thanks(
            @AuthenticationPrincipal InvitedPerson invited,
            @TakingPart Optional<Participant> participant,
            @PathVariable String ref,
            HttpServletRequest request,
            Model model) {
        Optional<String> code = participant.map(Participant::completionCode);
        if (code.isEmpty()) {
            return "redirect:/p/" + ref;
        }
        model.addAttribute("ref", ref);
        model.addAttribute("code", code.get());
        model.addAttribute("answered", participant.get().answered());
        StudyView study = sets.studyOfInvited(invited.setId());
        model.addAttribute("study", study);
        Recruiter recruiter = study.protocol().recruiter();
        if (recruiter != null) {
            String id = externalIdCookie
                    .in(request, ref)
                    .map(ArrivingId::id)
                    .filter(brought -> !claims.isAnothers(invited, brought))
                    .map(ExternalId::text)
                    .orElse(null);
            model.addAttribute("recruiter", recruiter.name());
            model.addAttribute("back", recruiter.returnAddress(id, code.get()).orElse(null));
        }
        return "enrolment/thanks";
    }
}
