package org.c25.enrolment;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Optional;
import org.c25.invitations.InvitedPerson;
import org.c25.participation.Ineligibility;
import org.c25.participation.Participant;
import org.c25.participation.ParticipantStatus;
import org.c25.participation.Participants;
import org.c25.participation.TakingPart;
import org.c25.protocol.Protocol;
import org.c25.recruiting.ArrivingId;
import org.c25.recruiting.Eligibility;
import org.c25.recruiting.ExternalIdCookie;
import org.c25.sets.Sets;
import org.c25.waiting.WaitingList;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;

/** The first pages of a participant. Each leads to the step that is due, and can be opened again later. */
@Controller
class EnrolmentController {

    private final Participants participants;
    private final IdentityClaims claims;
    private final Eligibility eligibility;
    private final ExternalIdCookie externalIdCookie;
    private final WaitingList waitingList;
    private final ConsentPage consentPage;
    private final Sets sets;

    EnrolmentController(
            Participants participants,
            IdentityClaims claims,
            Eligibility eligibility,
            ExternalIdCookie externalIdCookie,
            WaitingList waitingList,
            ConsentPage consentPage,
            Sets sets) {
        this.participants = participants;
        this.claims = claims;
        this.eligibility = eligibility;
        this.externalIdCookie = externalIdCookie;
        this.waitingList = waitingList;
        this.consentPage = consentPage;
        this.sets = sets;
    }

    @ModelAttribute("ref")
    @Nullable
    String ref(@PathVariable(required = false) @Nullable String ref) {
        return ref;
    }

    @GetMapping("/p/{ref}")
    String home(
            @AuthenticationPrincipal InvitedPerson invited,
            @TakingPart Optional<Participant> participant,
            @PathVariable String ref,
            HttpServletRequest request,
            Locale locale,
            Model model) {
        if (request.getParameter(JoinRedirect.GIVEN) != null) {
            return "redirect:/p/" + ref; // The cookie has come back: the address need not ask for it any more.
        }
        Optional<ArrivingId> id = externalIdCookie.in(request, ref);
        if (id.isPresent() && claims.isAnothers(invited, id.get().id())) {
            return message("used", invited, model);
        }
        if (participant.isEmpty()) {
            return participants.isErased(invited)
                    ? message("withdrawn", invited, model)
                    : beforeConsent(invited, request, locale, model);
        }
        return switch (participant.get().status()) {
            case AT_WORK -> "redirect:/p/" + ref + "/" + participant.get().nextStep(protocol(invited));
            case IMPORTED -> "redirect:/p/" + ref + "/trials";
            case COMPLETED, REPLACED -> "redirect:/p/" + ref + "/thanks";
            case RELEASED -> "redirect:/p/" + ref + "/return";
            case WITHDRAWN -> message("withdrawn-kept", invited, model);
        };
    }

    private String beforeConsent(InvitedPerson invited, HttpServletRequest request, Locale locale, Model model) {
        Optional<Ineligibility> ineligibility = eligibility.to(
                invited, externalIdCookie.in(request, invited.ref()).orElse(null));
        if (ineligibility.isPresent()) {
            return ineligibility.get() == Ineligibility.FULL && waitingList.isKept(invited)
                    ? consentPage.full(invited, model)
                    : message(ineligibility.get().page(), invited, model);
        }
        return consentPage.show(invited, request, locale, model);
    }

    /** Shows the page with the languages. Each of its links leads to the step that is due, in that language. */
    @GetMapping("/p/{ref}/language")
    String language(@AuthenticationPrincipal InvitedPerson invited, Model model) {
        model.addAttribute("choosing", true);
        addStudy(invited, model);
        return "enrolment/language";
    }

    @GetMapping("/p/{ref}/declined")
    String declined(@AuthenticationPrincipal InvitedPerson invited, Model model) {
        return message("declined", invited, model);
    }

    @GetMapping("/p/{ref}/instructions")
    String instructions(
            @AuthenticationPrincipal InvitedPerson invited,
            @TakingPart Optional<Participant> participant,
            @PathVariable String ref,
            Locale locale,
            Model model) {
        if (participant.isEmpty() || participant.get().status() != ParticipantStatus.AT_WORK) {
            return "redirect:/p/" + ref;
        }
        Protocol protocol = protocol(invited);
        Instructions instructions = Instructions.of(protocol, locale);
        participants.saw(participant.get(), Participants.Words.INSTRUCTIONS, instructions.tag());
        model.addAttribute("trials", participant.get().trials());
        model.addAttribute("next", participant.get().nextStep(protocol).replace("instructions", "practice"));
        instructions.addTo(model, participant.get().labels(protocol, locale));
        addStudy(invited, model);
        return "enrolment/instructions";
    }

    private String message(String what, InvitedPerson invited, Model model) {
        model.addAttribute("what", what);
        addStudy(invited, model);
        return "enrolment/message";
    }

    private Protocol protocol(InvitedPerson invited) {
        return sets.studyOfInvited(invited.setId()).protocol();
    }

    private void addStudy(InvitedPerson invited, Model model) {
        model.addAttribute("study", sets.studyOfInvited(invited.setId()));
    }
}
