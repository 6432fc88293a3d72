package org.c25.annotation;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.c25.affect.Expression;
import org.c25.enrolment.Invited;
import org.c25.enrolment.Participant;
import org.c25.enrolment.ParticipantStatus;
import org.c25.enrolment.Participants;
import org.c25.enrolment.SideStep;
import org.c25.faces.DrawnFace;
import org.c25.sets.Sets;
import org.c25.studies.Protocol;
import org.c25.web.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Trials to get used to: drawn faces, the very page of the real ones, and nothing recorded. */
@Controller
class PracticeController {

    /** In an order that shows different controls; each person is one of the drawing code's. */
    private static final List<DrawnFace> FACES = List.of(
            new DrawnFace(Expression.HAPPINESS, 0.8, 0.5, 101),
            new DrawnFace(Expression.SADNESS, -0.7, -0.5, 102),
            new DrawnFace(Expression.SURPRISE, 0.2, 0.9, 103),
            new DrawnFace(Expression.NEUTRAL, 0, -0.2, 104),
            new DrawnFace(Expression.ANGER, -0.7, 0.7, 105),
            new DrawnFace(Expression.FEAR, -0.6, 0.8, 106),
            new DrawnFace(Expression.DISGUST, -0.7, 0.2, 107),
            new DrawnFace(Expression.CONTEMPT, -0.4, 0.1, 108));

    /** Drawn when first asked for, and kept: everyone practises with the same. */
    private final Map<Integer, byte[]> drawn = new ConcurrentHashMap<>();

    private final Participants participants;
    private final Sets sets;

    PracticeController(Participants participants, Sets sets) {
        this.participants = participants;
        this.sets = sets;
    }

    /** {@code number} counts from 1, as the page does. */
    @GetMapping({"/p/{ref}/practice", "/p/{ref}/practice/{number}"})
    String practice(
            @AuthenticationPrincipal Invited invited,
            @PathVariable String ref,
            @PathVariable(required = false) @Nullable Integer number,
            Model model) {
        return show(invited, ref, number == null ? 1 : number, TrialForm.blank(), model);
    }

    private String show(Invited invited, String ref, int number, TrialForm form, Model model) {
        Participant participant = participants.find(invited).orElse(null);
        Protocol protocol = protocol(invited);
        int count = protocol.pacing().practiceTrials();
        if (participant == null || participant.status() != ParticipantStatus.AT_WORK || number < 1 || number > count) {
            return "redirect:/p/" + ref;
        }
        model.addAttribute("ref", ref);
        model.addAttribute("number", number);
        model.addAttribute("count", count);
        model.addAttribute("picture", "/p/" + ref + "/practice/faces/" + number + ".png");
        model.addAttribute("form", form);
        Controls.of(protocol, participant.arrangement()).addTo(model);
        return "annotation/practice";
    }

    @PostMapping("/p/{ref}/practice/{number}")
    String answer(
            @AuthenticationPrincipal Invited invited,
            @PathVariable String ref,
            @PathVariable int number,
            TrialForm form,
            Model model) {
        if (!form.isWhole()) {
            model.addAttribute("incomplete", true);
            return show(invited, ref, number, form, model);
        }
        if (number < protocol(invited).pacing().practiceTrials()) {
            return "redirect:/p/" + ref + "/practice/" + (number + 1);
        }
        participants.did(participants.require(invited), SideStep.PRACTICE);
        return "redirect:/p/" + ref + "/practice/done";
    }

    @GetMapping("/p/{ref}/practice/done")
    String done(@AuthenticationPrincipal Invited invited, @PathVariable String ref, Model model) {
        Participant participant = participants.find(invited).orElse(null);
        if (participant == null || !participant.practised() || participant.status() != ParticipantStatus.AT_WORK) {
            return "redirect:/p/" + ref;
        }
        model.addAttribute("ref", ref);
        model.addAttribute("trials", participant.trials());
        return "annotation/practised";
    }

    @GetMapping("/p/{ref}/practice/faces/{number}.png")
    ResponseEntity<byte[]> face(@PathVariable int number) {
        if (number < 1 || number > FACES.size()) {
            throw Problem.notFound("practice face");
        }
        return ResponseEntity.ok()
                .contentType(MediaType.IMAGE_PNG)
                .cacheControl(CacheControl.maxAge(Duration.ofDays(1)).cachePrivate())
                .body(drawn.computeIfAbsent(number, n -> FACES.get(n - 1).png()));
    }

    private Protocol protocol(Invited invited) {
        return sets.studyOfInvited(invited.setId()).protocol();
    }
}
