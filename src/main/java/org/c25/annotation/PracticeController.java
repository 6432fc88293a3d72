package org.c25.annotation;

import java.util.Locale;
import java.util.Optional;
import org.c25.invitations.InvitedPerson;
import org.c25.participation.OneTimeStep;
import org.c25.participation.Participant;
import org.c25.participation.ParticipantStatus;
import org.c25.participation.Participants;
import org.c25.participation.TakingPart;
import org.c25.protocol.Protocol;
import org.c25.sets.Sets;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** The pages of the practice trials: they show drawn faces on the same page as the real trials, and record nothing. */
@Controller
class PracticeController {

    private final Participants participants;
    private final Sets sets;
    private final PracticeFaces faces;

    PracticeController(Participants participants, Sets sets, PracticeFaces faces) {
        this.participants = participants;
        this.sets = sets;
        this.faces = faces;
    }

    /**
     * Shows a practice trial.
     *
     * @param number the number of the trial, from 1, as the page shows it
     */
    @GetMapping({"/p/{ref}/practice", "/p/{ref}/practice/{number}"})
    String practice(
            @TakingPart Optional<Participant> participant,
            @AuthenticationPrincipal InvitedPerson invited,
            @PathVariable String ref,
            @PathVariable(required = false) @Nullable Integer number,
            Locale locale,
            Model model) {
        return show(
                participant.orElse(null),
                protocol(invited),
                ref,
                number == null ? 1 : number,
                TrialForm.blank(),
                locale,
                model);
    }

    private static String show(
            @Nullable Participant participant,
            Protocol protocol,
            String ref,
            int number,
            TrialForm form,
            Locale locale,
            Model model) {
        int count = protocol.pacing().practiceTrials();
        if (participant == null || participant.status() != ParticipantStatus.AT_WORK || number < 1 || number > count) {
            return "redirect:/p/" + ref;
        }
        model.addAttribute("ref", ref);
        model.addAttribute("number", number);
        model.addAttribute("count", count);
        model.addAttribute("picture", "/p/" + ref + "/practice/faces/" + number + ".png");
        model.addAttribute("form", form);
        TrialControls.of(protocol, participant.arrangement(), participant.labels(protocol, locale))
                .addTo(model);
        return "annotation/practice";
    }

    @PostMapping("/p/{ref}/practice/{number}")
    String answer(
            @AuthenticationPrincipal InvitedPerson invited,
            @TakingPart Optional<Participant> participant,
            @PathVariable String ref,
            @PathVariable int number,
            TrialForm form,
            Locale locale,
            Model model) {
        Protocol protocol = protocol(invited);
        if (!form.isWhole()) {
            model.addAttribute("incomplete", true);
            return show(participant.orElse(null), protocol, ref, number, form, locale, model);
        }
        if (number < protocol.pacing().practiceTrials()) {
            return "redirect:/p/" + ref + "/practice/" + (number + 1);
        }
        participants.did(participants.require(invited), OneTimeStep.PRACTICE);
        return "redirect:/p/" + ref + "/practice/done";
    }

    @GetMapping("/p/{ref}/practice/done")
    String done(@TakingPart Optional<Participant> present, @PathVariable String ref, Model model) {
        Participant participant = present.orElse(null);
        if (participant == null || !participant.practised() || participant.status() != ParticipantStatus.AT_WORK) {
            return "redirect:/p/" + ref;
        }
        model.addAttribute("ref", ref);
        model.addAttribute("trials", participant.trials());
        return "annotation/practised";
    }

    @GetMapping("/p/{ref}/practice/faces/{number}.png")
    ResponseEntity<byte[]> face(@PathVariable int number) {
        return faces.picture(number);
    }

    private Protocol protocol(InvitedPerson invited) {
        return sets.studyOfInvited(invited.setId()).protocol();
    }
}
