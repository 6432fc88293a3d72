package org.c25.enrolment;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.c25.common.Problem;
import org.c25.invitations.DeviceTokens;
import org.c25.invitations.Invitations;
import org.c25.invitations.InvitedPerson;
import org.c25.participation.ConsentText;
import org.c25.participation.Ineligibility;
import org.c25.participation.Participant;
import org.c25.participation.ParticipantStatus;
import org.c25.participation.Participants;
import org.c25.participation.TakingPart;
import org.c25.participation.TrialOrder;
import org.c25.protocol.Protocol;
import org.c25.recruiting.ArrivalSignatures;
import org.c25.recruiting.ArrivingId;
import org.c25.recruiting.Eligibility;
import org.c25.recruiting.ExternalIdCookie;
import org.c25.recruiting.Queued;
import org.c25.recruiting.RecruitingLinks;
import org.c25.security.ClientAddress;
import org.c25.security.Secret;
import org.c25.sets.Sets;
import org.c25.waiting.ConsentCookie;
import org.c25.waiting.WaitingList;
import org.c25.web.Languages;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A participant's way from the link to the first trial. Each step is a page that can be come back to. */
@Controller
class EnrolmentController {

    private final JoinRedirect joinRedirect;
    private final ArrivalSignatures signatures;
    private final ExternalIdCookie externalIdCookie;
    private final DeviceTokens deviceTokens;
    private final Invitations invitations;
    private final Participants participants;
    private final Consents consents;
    private final Eligibility eligibility;
    private final RecruitingLinks recruitingLinks;
    private final WaitingList waitingList;
    private final Sets sets;
    private final ConsentText consentText;
    private final InvalidLinks invalidLinks;

    EnrolmentController(
            JoinRedirect joinRedirect,
            ArrivalSignatures signatures,
            ExternalIdCookie externalIdCookie,
            DeviceTokens deviceTokens,
            Invitations invitations,
            Participants participants,
            Consents consents,
            Eligibility eligibility,
            RecruitingLinks recruitingLinks,
            WaitingList waitingList,
            Sets sets,
            ConsentText consentText,
            InvalidLinks invalidLinks) {
        this.joinRedirect = joinRedirect;
        this.signatures = signatures;
        this.externalIdCookie = externalIdCookie;
        this.deviceTokens = deviceTokens;
        this.invitations = invitations;
        this.participants = participants;
        this.consents = consents;
        this.eligibility = eligibility;
        this.recruitingLinks = recruitingLinks;
        this.waitingList = waitingList;
        this.sets = sets;
        this.consentText = consentText;
        this.invalidLinks = invalidLinks;
    }

    /** Takes the secret and the recruiter's ID out of the address at once. Opening the link takes nothing else, and is noted once. */
    @GetMapping("/join/{text}")
    @Nullable
    String open(@PathVariable String text, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Secret secret = new Secret(text);
        Optional<InvitedPerson> invited = deviceTokens.find(secret);
        if (invited.isEmpty()) {
            invalidLinks.turnAway(List.of(secret), HttpStatus.NOT_FOUND, request, response);
            return null;
        }
        Optional<ArrivingId> outsideId;
        try {
            outsideId = signatures.idIn(request, invited.get());
        } catch (ArrivalSignatures.Unproven unproven) {
            invalidLinks.turnAway(unproven.obstacle(), invited.get(), request, response);
            return null;
        }
        if (outsideId.isPresent()
                && consents.isAnothers(invited.get(), outsideId.get().id())) {
            // No cookies: they would let this person in, or get in the way of whose link it is.
            invalidLinks.turnAway(Ineligibility.USED, invited.get(), request, response);
            return null;
        }
        return joinRedirect.open(secret, invited.get(), outsideId.orElse(null), request, response);
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
        Optional<ArrivingId> id = externalIdCookie.in(request, ref);
        if (id.isPresent() && consents.isAnothers(invited, id.get().id())) {
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
        Optional<Ineligibility> obstacle = eligibility.to(
                invited, externalIdCookie.in(request, invited.ref()).orElse(null));
        if (obstacle.isPresent()) {
            return obstacle.get() == Ineligibility.FULL && waitingList.isKept(invited)
                    ? full(invited, model)
                    : message(obstacle.get().page(), invited, model);
        }
        invitations.markOpened(invited);
        if (!Languages.isChosen(request)) {
            return "redirect:/p/" + model.getAttribute("ref") + "/language";
        }
        Protocol protocol = protocol(invited);
        waitingList.turn(invited).ifPresent(turn -> addTurn(turn, locale, model));
        model.addAttribute(
                "trials", TrialOrder.length(sets.ofInvited(invited.setId()).items(), protocol.repeatShare()));
        model.addAttribute("consent", consentText.of(protocol, locale));
        addStudy(invited, model);
        return "enrolment/consent";
    }

    private String full(InvitedPerson invited, Model model) {
        model.addAttribute("turn", waitingList.turn(invited).orElse(null));
        addStudy(invited, model);
        return "enrolment/waiting";
    }

    private static void addTurn(WaitingList.Turn turn, Locale locale, Model model) {
        if (turn.offeredUntil() != null) {
            model.addAttribute("offeredUntil", turn.offeredUntil());
            DateTimeFormatter words = new DateTimeFormatterBuilder()
                    .appendLocalized(FormatStyle.LONG, FormatStyle.SHORT)
                    .toFormatter(locale)
                    .withZone(ZoneOffset.UTC);
            model.addAttribute("offeredUntilText", words.format(turn.offeredUntil()) + " UTC");
        }
    }

    /** Each of its links leads to the step that is due, in that language. */
    @GetMapping("/p/{ref}/language")
    String language(@AuthenticationPrincipal InvitedPerson invited, Model model) {
        model.addAttribute("choosing", true);
        addStudy(invited, model);
        return "enrolment/language";
    }

    @PostMapping("/p/{ref}/consent")
    String consent(
            @AuthenticationPrincipal InvitedPerson invited,
            @PathVariable String ref,
            @RequestParam(defaultValue = "false") boolean accepted,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale locale) {
        if (!accepted) {
            if (participants.find(invited).isEmpty()) {
                waitingList.leave(invited); // The next can have the place that was kept.
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
            // Full or closed since the page was opened, or joined by another link: the first page says which.
            return "redirect:/p/" + ref;
        }
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
            Model model) {
        if (participant.isEmpty() || participant.get().status() != ParticipantStatus.AT_WORK) {
            return "redirect:/p/" + ref;
        }
        model.addAttribute("trials", participant.get().trials());
        model.addAttribute("next", participant.get().nextStep(protocol(invited)).replace("instructions", "practice"));
        model.addAttribute("labels", protocol(invited).labels());
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
