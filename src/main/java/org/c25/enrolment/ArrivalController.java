package org.c25.enrolment;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.c25.invitations.DeviceTokens;
import org.c25.invitations.InvitedPerson;
import org.c25.participation.Ineligibility;
import org.c25.protocol.Recruiter;
import org.c25.recruiting.ArrivalSignatures;
import org.c25.recruiting.Arrivals;
import org.c25.recruiting.ArrivingId;
import org.c25.recruiting.RecruitingLinks;
import org.c25.security.Secret;
import org.c25.sets.Sets;
import org.c25.studies.StudyView;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Takes in everybody who opens a recruiting link. Opening it takes no slot. */
@Controller
class ArrivalController {

    private final RecruitingLinks links;
    private final ArrivalSignatures signatures;
    private final Arrivals arrivals;
    private final DeviceTokens deviceTokens;
    private final JoinRedirect joinRedirect;
    private final InvalidLinks invalidLinks;
    private final Sets sets;

    ArrivalController(
            RecruitingLinks links,
            ArrivalSignatures signatures,
            Arrivals arrivals,
            DeviceTokens deviceTokens,
            JoinRedirect joinRedirect,
            InvalidLinks invalidLinks,
            Sets sets) {
        this.links = links;
        this.signatures = signatures;
        this.arrivals = arrivals;
        this.deviceTokens = deviceTokens;
        this.joinRedirect = joinRedirect;
        this.invalidLinks = invalidLinks;
        this.sets = sets;
    }

    @GetMapping("/recruit/{text}")
    @Nullable
    String open(@PathVariable String text, HttpServletRequest request, HttpServletResponse response, Model model)
            throws IOException {
        Optional<RecruitingLinks.Link> link = links.find(new Secret(text));
        if (link.isEmpty()) {
            invalidLinks.turnAway(List.of(), HttpStatus.NOT_FOUND, request, response);
            return null;
        }
        StudyView study = sets.studyOfInvited(link.get().setId());
        Recruiter recruiter = study.protocol().recruiter();
        Optional<ArrivingId> id;
        try {
            id = recruiter == null ? Optional.empty() : signatures.idIn(request, study, recruiter);
        } catch (ArrivalSignatures.Unproven unproven) {
            return turnAway(unproven.ineligibility(), study, response, model);
        }
        if (id.isEmpty()) {
            Ineligibility ineligibility =
                    recruiter != null && link.get().valid() ? Ineligibility.NO_ID : Ineligibility.LINK_OFF;
            links.opened(link.get());
            links.turnedAway(link.get());
            return turnAway(ineligibility, study, response, model);
        }
        Arrivals.Arrival arrival = arrivals.arrive(link.get(), id.get().id());
        if (arrival.ineligibility() != null) {
            return turnAway(arrival.ineligibility(), study, response, model);
        }
        if (arrival.isRevoked()) {
            invalidLinks.turnAway(List.of(arrival.secret()), HttpStatus.NOT_FOUND, request, response);
            return null;
        }
        long linkId = link.get().id();
        String hash = arrival.secret().hash();
        InvitedPerson invited = deviceTokens
                .find(arrival.secret())
                .orElseGet(() -> InvitedPerson.newcomer(
                        link.get().setId(), hash, linkId, id.get().proven(), hash));
        return joinRedirect.arrive(invited, linkId, id.get(), request, response);
    }

    private static String turnAway(
            Ineligibility ineligibility, StudyView study, HttpServletResponse response, Model model) {
        response.setStatus(ineligibility.status().value());
        ineligibility.sayWhen(response);
        model.addAttribute("what", ineligibility.page());
        model.addAttribute("study", study);
        return "enrolment/message";
    }
}
