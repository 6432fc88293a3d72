package org.c25.waiting;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.c25.invitations.InvitedPerson;
import org.c25.participation.ConsentText;
import org.c25.participation.Participant;
import org.c25.participation.TakingPart;
import org.c25.recruiting.Eligibility;
import org.c25.recruiting.ExternalIdCookie;
import org.c25.recruiting.RecruitingGate;
import org.c25.security.ClientAddress;
import org.c25.sets.Sets;
import org.c25.studies.StudyView;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * Shows the page of somebody who has agreed and whose turn for a slot has not come. The page goes on by itself, with a
 * script or without.
 */
@Controller
class QueueController {

    private final ExternalIdCookie externalIdCookie;
    private final Eligibility eligibility;
    private final RecruitingGate gate;
    private final ConsentText consentText;
    private final Sets sets;

    QueueController(
            ExternalIdCookie externalIdCookie,
            Eligibility eligibility,
            RecruitingGate gate,
            ConsentText consentText,
            Sets sets) {
        this.externalIdCookie = externalIdCookie;
        this.eligibility = eligibility;
        this.gate = gate;
        this.consentText = consentText;
        this.sets = sets;
    }

    @GetMapping("/p/{ref}/queue")
    String queue(
            @AuthenticationPrincipal InvitedPerson invited,
            @TakingPart Optional<Participant> participant,
            @PathVariable String ref,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale locale,
            Model model) {
        StudyView study = sets.studyOfInvited(invited.setId());
        if (participant.isPresent()
                || !ConsentCookie.agrees(
                        request, consentText.of(study.protocol(), locale).text())
                || eligibility
                        .to(invited, externalIdCookie.in(request, ref).orElse(null))
                        .isPresent()) {
            return "redirect:/p/" + ref;
        }
        Duration wait = gate.wait(invited, ClientAddress.of(request));
        if (!wait.isZero()) {
            QueuePage.wait(wait, "/p/" + ref + "/queue", request, response, model);
        }
        model.addAttribute("agreed", true);
        model.addAttribute("ref", ref);
        model.addAttribute("study", study);
        return "waiting/queue";
    }
}
