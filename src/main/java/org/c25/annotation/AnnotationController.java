package org.c25.annotation;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.c25.affect.Rating;
import org.c25.enrolment.Invited;
import org.c25.enrolment.Participant;
import org.c25.enrolment.ParticipantStatus;
import org.c25.enrolment.Participants;
import org.c25.enrolment.Trial;
import org.c25.enrolment.Trials;
import org.c25.sets.Sets;
import org.c25.studies.Protocol;
import org.c25.studies.Studies;
import org.c25.web.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** The page on which faces are rated: an ordinary form, which a script makes faster and nothing else. */
@Controller
class AnnotationController {

    private final Annotations annotations;
    private final Participants participants;
    private final Trials trials;
    private final Sets sets;
    private final Studies studies;

    AnnotationController(
            Annotations annotations, Participants participants, Trials trials, Sets sets, Studies studies) {
        this.annotations = annotations;
        this.participants = participants;
        this.trials = trials;
        this.sets = sets;
        this.studies = studies;
    }

    /** The first trial without an answer, or, when there is none, the last step. */
    @GetMapping("/p/{ref}/trials")
    String next(@AuthenticationPrincipal Invited invited, @PathVariable String ref, Model model) {
        Participant participant = participants.find(invited).orElse(null);
        if (participant == null || participant.status() != ParticipantStatus.AT_WORK) {
            return "redirect:/p/" + ref;
        }
        Protocol protocol = protocol(participant);
        Annotations.Standing standing = annotations.standing(participant);
        String step = participant.nextStep(protocol);
        if (standing.answered() == 0 && !step.equals("trials")) {
            return "redirect:/p/" + ref + "/" + step;
        }
        if (standing.next() == null && participant.owesClosing(protocol)) {
            return "redirect:/p/" + ref + "/closing";
        }
        if (standing.next() == null) {
            model.addAttribute("ref", ref);
            model.addAttribute("standing", standing);
            model.addAttribute("revisable", protocol.pacing().revisable());
            return "annotation/finish";
        }
        return show(participant, ref, standing.next(), null, model);
    }

    /** A trial by its position, to look at one's answer again or to change it. */
    @GetMapping("/p/{ref}/trials/{position}")
    String again(
            @AuthenticationPrincipal Invited invited,
            @PathVariable String ref,
            @PathVariable int position,
            Model model) {
        Participant participant = participants.require(invited);
        if (participant.status() != ParticipantStatus.AT_WORK) {
            return "redirect:/p/" + ref;
        }
        if (isTooFarBack(participant, position)) {
            return "redirect:/p/" + ref + "/trials";
        }
        return show(participant, ref, position, null, model);
    }

    private String show(Participant participant, String ref, int position, @Nullable TrialForm sent, Model model) {
        Trial trial = trials.at(participant.id(), position).orElseThrow(() -> Problem.notFound("trial"));
        Optional<Rating> before = annotations.latest(participant, position);
        model.addAttribute("ref", ref);
        model.addAttribute("trial", trial);
        model.addAttribute("picture", "/p/" + ref + "/api/images/" + trial.imageKey());
        model.addAttribute("standing", annotations.standing(participant));
        model.addAttribute("revising", before.isPresent());
        model.addAttribute(
                "form", sent != null ? sent : before.map(TrialForm::of).orElseGet(TrialForm::blank));
        Protocol protocol = protocol(participant);
        model.addAttribute("canGoBack", position > 0 && !isTooFarBack(participant, position - 1));
        model.addAttribute("breakEvery", protocol.pacing().breakEvery());
        model.addAttribute("revisable", protocol.pacing().revisable());
        Controls.of(protocol, participant.arrangement()).addTo(model);
        return "annotation/trial";
    }

    private Protocol protocol(Participant participant) {
        return studies.ofInvited(sets.ofInvited(participant.setId()).studyId()).protocol();
    }

    /** Whether the study lets a participant look at this answer again: it is one of their last few. */
    private boolean isTooFarBack(Participant participant, int position) {
        Integer next = annotations.standing(participant).next();
        int reached = next == null ? participant.trials() : next;
        return position < reached - protocol(participant).pacing().revisable();
    }

    /** An answer from the plain form. */
    @PostMapping("/p/{ref}/trials/{position}")
    String answer(
            @AuthenticationPrincipal Invited invited,
            @PathVariable String ref,
            @PathVariable int position,
            TrialForm form,
            Model model) {
        if (!form.isWhole()) {
            model.addAttribute("incomplete", true);
            return show(participants.require(invited), ref, position, form, model);
        }
        try {
            annotations.record(invited, position, form.asNew());
        } catch (IdTaken otherAnswer) {
            // Someone went back to a form that was sent, and chose otherwise: that is a revision.
            annotations.record(invited, position, form.withNewId().asNew());
        }
        int breakEvery = protocol(participants.require(invited)).pacing().breakEvery();
        boolean rested = breakEvery == 0 || (position + 1) % breakEvery != 0;
        return "redirect:/p/" + ref + (rested ? "/trials" : "/break");
    }

    /** A break is offered; whoever comes here later, or wants none, goes on. */
    @GetMapping("/p/{ref}/break")
    String rest(@AuthenticationPrincipal Invited invited, @PathVariable String ref, Model model) {
        Participant participant = participants.require(invited);
        Annotations.Standing standing = annotations.standing(participant);
        if (participant.status() != ParticipantStatus.AT_WORK || standing.next() == null) {
            return "redirect:/p/" + ref;
        }
        model.addAttribute("ref", ref);
        model.addAttribute("standing", standing);
        return "annotation/break";
    }

    /** A copy of one's own data. */
    @GetMapping("/p/{ref}/answers.csv")
    ResponseEntity<String> ownAnswers(@AuthenticationPrincipal Invited invited) {
        Participant participant = participants.require(invited);
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"my-answers.csv\"")
                .body(OwnAnswer.csv(annotations.ownAnswers(participant)));
    }

    @PostMapping("/p/{ref}/completion")
    String complete(@AuthenticationPrincipal Invited invited, @PathVariable String ref) {
        annotations.complete(invited, null);
        return "redirect:/p/" + ref + "/thanks";
    }
}
