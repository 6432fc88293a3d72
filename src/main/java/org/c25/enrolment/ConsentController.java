package org.c25.enrolment;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Optional;
import org.c25.common.Problem;
import org.c25.invitations.Invitations;
import org.c25.invitations.InvitedPerson;
import org.c25.participation.ConsentText;
import org.c25.participation.Participant;
import org.c25.participation.TakingPart;
import org.c25.protocol.Protocol;
import org.c25.recruiting.ExternalIdCookie;
import org.c25.recruiting.Queued;
import org.c25.recruiting.RecruitingLinks;
import org.c25.security.ClientAddress;
import org.c25.sets.Sets;
import org.c25.waiting.ConsentCookie;
import org.c25.waiting.WaitingList;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Takes the answer to the consent text. */
@Controller
class ConsentController {

    private final Consents consents;
    private final ExternalIdCookie externalIdCookie;
    private final Invitations invitations;
    private final WaitingList waitingList;
    private final RecruitingLinks recruitingLinks;
    private final ConsentText consentText;
    private final Sets sets;

    ConsentController(
            Consents consents,
            ExternalIdCookie externalIdCookie,
            Invitations invitations,
            WaitingList waitingList,
            RecruitingLinks recruitingLinks,
            ConsentText consentText,
            Sets sets) {
        this.consents = consents;
        this.externalIdCookie = externalIdCookie;
        this.invitations = invitations;
        this.waitingList = waitingList;
        this.recruitingLinks = recruitingLinks;
        this.consentText = consentText;
        this.sets = sets;
    }

    @PostMapping("/p/{ref}/consent")
    String consent(
            @AuthenticationPrincipal InvitedPerson invited,
            @TakingPart Optional<Participant> before,
            @PathVariable String ref,
            @RequestParam(defaultValue = "false") boolean accepted,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale locale) {
        if (!accepted) {
            if (before.isEmpty()) {
                waitingList.leave(invited); // The next on the waiting list can have the slot that was offered.
                invitations.forgetOpening(invited);
            }
            return "redirect:/p/" + ref + "/declined";
        }
        try {
            Participant participant = consents.consent(
                    invited,
                    locale.getLanguage(),
                    externalIdCookie.in(request, ref).orElse(null),
                    ClientAddress.of(request));
            String step = participant.nextStep(protocol(invited));
            return "redirect:/p/" + ref + "/" + (step.equals("trials") ? "instructions" : step);
        } catch (Queued queued) {
            String text = consentText.of(protocol(invited), locale).text();
            ConsentCookie.add(text, ref, request, response);
            return "redirect:/p/" + ref + "/queue";
        } catch (Problem refused) {
            recruitingLinks.turnedAway(invited);
            // The set is full or closed since the page was opened, or the person joined by another link: the first page
            // says which.
            return "redirect:/p/" + ref;
        }
    }

    private Protocol protocol(InvitedPerson invited) {
        return sets.studyOfInvited(invited.setId()).protocol();
    }
}
