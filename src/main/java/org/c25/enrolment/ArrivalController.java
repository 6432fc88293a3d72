package org.c25.enrolment;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.c25.accounts.Secret;
import org.c25.sets.Sets;
import org.c25.studies.Recruiter;
import org.c25.studies.StudyView;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The door for everybody whom a recruiter sends. Opening it takes no place. */
@Controller
class ArrivalController {

    private final RecruitingLinks links;
    private final ArrivalSignatures signatures;
    private final Arrivals arrivals;
    private final Tokens tokens;
    private final Entrance entrance;
    private final DeadLinks deadLinks;
    private final Sets sets;

    ArrivalController(
            RecruitingLinks links,
            ArrivalSignatures signatures,
            Arrivals arrivals,
            Tokens tokens,
            Entrance entrance,
            DeadLinks deadLinks,
            Sets sets) {
        this.links = links;
        this.signatures = signatures;
        this.arrivals = arrivals;
        this.tokens = tokens;
        this.entrance = entrance;
        this.deadLinks = deadLinks;
        this.sets = sets;
    }

    @GetMapping("/recruit/{text}")
    @Nullable
    String open(@PathVariable String text, HttpServletRequest request, HttpServletResponse response, Model model)
            throws IOException {
        Optional<RecruitingLinks.Link> link = links.find(new Secret(text));
        if (link.isEmpty()) {
            deadLinks.turnAway(List.of(), HttpStatus.NOT_FOUND, request, response);
            return null;
        }
        StudyView study = sets.studyOfInvited(link.get().setId());
        Recruiter recruiter = study.protocol().recruiter();
        Optional<ArrivingId> id;
        try {
            id = recruiter == null ? Optional.empty() : signatures.idIn(request, study, recruiter);
        } catch (ArrivalSignatures.Unproven unproven) {
            return turnAway(unproven.obstacle(), study, response, model);
        }
        if (id.isEmpty()) {
            Obstacle obstacle = recruiter != null && link.get().valid() ? Obstacle.NO_ID : Obstacle.LINK_OFF;
            links.opened(link.get());
            links.turnedAway(link.get());
            return turnAway(obstacle, study, response, model);
        }
        Arrivals.Arrival arrival = arrivals.arrive(link.get(), id.get().id());
        if (arrival.obstacle() != null) {
            return turnAway(arrival.obstacle(), study, response, model);
        }
        if (arrival.isRevoked()) {
            deadLinks.turnAway(List.of(arrival.secret()), HttpStatus.NOT_FOUND, request, response);
            return null;
        }
        long linkId = link.get().id();
        String hash = arrival.secret().hash();
        Invited invited = tokens.find(arrival.secret())
                .orElseGet(() -> Invited.newcomer(
                        link.get().setId(), hash, linkId, id.get().proven(), hash));
        return entrance.arrive(invited, linkId, id.get(), request, response);
    }

    private static String turnAway(Obstacle obstacle, StudyView study, HttpServletResponse response, Model model) {
        response.setStatus(obstacle.status().value());
        obstacle.sayWhen(response);
        model.addAttribute("what", obstacle.page());
        model.addAttribute("study", study);
        return "enrolment/message";
    }
}
