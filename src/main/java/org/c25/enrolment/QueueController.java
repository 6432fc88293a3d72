package org.c25.enrolment;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Locale;
import org.c25.sets.Sets;
import org.c25.studies.StudyView;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The page of somebody who has agreed and whose turn for a place has not come: it goes on by itself, by script or without. */
@Controller
class QueueController {

    private final Participants participants;
    private final OutsideIdCookie outsideIdCookie;
    private final Obstacles obstacles;
    private final RecruitingGate gate;
    private final ConsentText consentText;
    private final Sets sets;

    QueueController(
            Participants participants,
            OutsideIdCookie outsideIdCookie,
            Obstacles obstacles,
            RecruitingGate gate,
            ConsentText consentText,
            Sets sets) {
        this.participants = participants;
        this.outsideIdCookie = outsideIdCookie;
        this.obstacles = obstacles;
        this.gate = gate;
        this.consentText = consentText;
        this.sets = sets;
    }

    @GetMapping("/p/{ref}/queue")
    String queue(
            @AuthenticationPrincipal Invited invited,
            @PathVariable String ref,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale locale,
            Model model) {
        StudyView study = sets.studyOfInvited(invited.setId());
        if (participants.find(invited).isPresent()
                || !AgreementCookie.agrees(
                        request, consentText.of(study.protocol(), locale).text())
                || obstacles
                        .to(invited, outsideIdCookie.in(request, ref).orElse(null))
                        .isPresent()) {
            return "redirect:/p/" + ref;
        }
        Duration wait = gate.wait(invited, ClientAddress.of(request));
        if (!wait.isZero()) {
            Queued.tell(wait, "/p/" + ref + "/queue", response, model);
        }
        model.addAttribute("agreed", true);
        model.addAttribute("ref", ref);
        model.addAttribute("study", study);
        return "enrolment/queue";
    }
}
