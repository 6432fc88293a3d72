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
import org.c25.accounts.Secret;
import org.c25.sets.Sets;
import org.c25.studies.Protocol;
import org.c25.web.Languages;
import org.c25.web.Problem;
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

    private final Entrance entrance;
    private final ArrivalSignatures signatures;
    private final OutsideIdCookie outsideIdCookie;
    private final Tokens tokens;
    private final Invitations invitations;
    private final Participants participants;
    private final Consents consents;
    private final Obstacles obstacles;
    private final RecruitingLinks recruitingLinks;
    private final WaitingList waitingList;
    private final Sets sets;
    private final ConsentText consentText;
    private final DeadLinks deadLinks;

    EnrolmentController(
            Entrance entrance,
            ArrivalSignatures signatures,
            OutsideIdCookie outsideIdCookie,
            Tokens tokens,
            Invitations invitations,
            Participants participants,
            Consents consents,
            Obstacles obstacles,
            RecruitingLinks recruitingLinks,
            WaitingList waitingList,
            Sets sets,
            ConsentText consentText,
            DeadLinks deadLinks) {
        this.entrance = entrance;
        this.signatures = signatures;
        this.outsideIdCookie = outsideIdCookie;
        this.tokens = tokens;
        this.invitations = invitations;
        this.participants = participants;
        this.consents = consents;
        this.obstacles = obstacles;
        this.recruitingLinks = recruitingLinks;
        this.waitingList = waitingList;
        this.sets = sets;
        this.consentText = consentText;
        this.deadLinks = deadLinks;
    }

    /** Takes the secret and the recruiter's ID out of the address at once. Opening the link takes nothing else, and is noted once. */
    @GetMapping("/join/{text}")
    @Nullable
    String open(@PathVariable String text, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Secret secret = new Secret(text);
        Optional<Invited> invited = tokens.find(secret);
        if (invited.isEmpty()) {
            deadLinks.turnAway(List.of(secret), HttpStatus.NOT_FOUND, request, response);
            return null;
        }
        Optional<ArrivingId> outsideId;
        try {
            outsideId = signatures.idIn(request, invited.get());
        } catch (ArrivalSignatures.Unproven unproven) {
            deadLinks.turnAway(unproven.obstacle(), invited.get(), request, response);
            return null;
        }
        if (outsideId.isPresent()
                && consents.isAnothers(invited.get(), outsideId.get().id())) {
            // No cookies: they would let this person in, or get in the way of whose link it is.
            deadLinks.turnAway(Obstacle.USED, invited.get(), request, response);
            return null;
        }
        return entrance.open(secret, invited.get(), outsideId.orElse(null), request, response);
    }

    @ModelAttribute("ref")
    @Nullable
    String ref(@PathVariable(required = false) @Nullable String ref) {
        return ref;
    }

    @GetMapping("/p/{ref}")
    String home(
            @AuthenticationPrincipal Invited invited,
            @PathVariable String ref,
            HttpServletRequest request,
            Locale locale,
            Model model) {
        Optional<ArrivingId> id = outsideIdCookie.in(request, ref);
        if (id.isPresent() && consents.isAnothers(invited, id.get().id())) {
            return message("used", invited, model);
        }
        Optional<Participant> participant = participants.find(invited);
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

    private String beforeConsent(Invited invited, HttpServletRequest request, Locale locale, Model model) {
        Optional<Obstacle> obstacle =
                obstacles.to(invited, outsideIdCookie.in(request, invited.ref()).orElse(null));
        if (obstacle.isPresent()) {
            return obstacle.get() == Obstacle.FULL && waitingList.isKept(invited)
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

    private String full(Invited invited, Model model) {
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
    String language(@AuthenticationPrincipal Invited invited, Model model) {
        model.addAttribute("choosing", true);
        addStudy(invited, model);
        return "enrolment/language";
    }

    @PostMapping("/p/{ref}/consent")
    String consent(
            @AuthenticationPrincipal Invited invited,
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
                    outsideIdCookie.in(request, ref).orElse(null),
                    ClientAddress.of(request));
            String step = participant.nextStep(protocol(invited));
            return "redirect:/p/" + ref + "/" + (step.equals("trials") ? "instructions" : step);
        } catch (Queued queued) {
            String text = consentText.of(protocol(invited), locale).text();
            AgreementCookie.add(text, ref, request, response);
            return "redirect:/p/" + ref + "/queue";
        } catch (Problem refused) {
            recruitingLinks.turnedAway(invited);
            // Full or closed since the page was opened, or joined by another link: the first page says which.
            return "redirect:/p/" + ref;
        }
    }

    @GetMapping("/p/{ref}/declined")
    String declined(@AuthenticationPrincipal Invited invited, Model model) {
        return message("declined", invited, model);
    }

    @GetMapping("/p/{ref}/instructions")
    String instructions(@AuthenticationPrincipal Invited invited, @PathVariable String ref, Model model) {
        Optional<Participant> participant = participants.find(invited);
        if (participant.isEmpty() || participant.get().status() != ParticipantStatus.AT_WORK) {
            return "redirect:/p/" + ref;
        }
        model.addAttribute("trials", participant.get().trials());
        model.addAttribute("next", participant.get().nextStep(protocol(invited)).replace("instructions", "practice"));
        model.addAttribute("labels", protocol(invited).labels());
        addStudy(invited, model);
        return "enrolment/instructions";
    }

    private String message(String what, Invited invited, Model model) {
        model.addAttribute("what", what);
        addStudy(invited, model);
        return "enrolment/message";
    }

    private Protocol protocol(Invited invited) {
        return sets.studyOfInvited(invited.setId()).protocol();
    }

    private void addStudy(Invited invited, Model model) {
        model.addAttribute("study", sets.studyOfInvited(invited.setId()));
    }
}
