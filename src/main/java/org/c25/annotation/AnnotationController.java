package org.c25.annotation;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Optional;
import org.c25.affect.Rating;
import org.c25.invitations.InvitedPerson;
import org.c25.participation.OtherParticipation;
import org.c25.participation.Participant;
import org.c25.participation.ParticipantStatus;
import org.c25.participation.Participants;
import org.c25.participation.TakingPart;
import org.c25.participation.Trial;
import org.c25.participation.Trials;
import org.c25.protocol.Labels;
import org.c25.protocol.Protocol;
import org.c25.sets.Sets;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page on which participants rate faces: an ordinary form, which a script only makes faster. */
@Controller
class AnnotationController {

    private final Annotations annotations;
    private final Completions completions;
    private final AnsweredTrials answered;
    private final Participants participants;
    private final Trials trials;
    private final PictureReports reports;
    private final Sets sets;

    AnnotationController(
            Annotations annotations,
            Completions completions,
            AnsweredTrials answered,
            Participants participants,
            Trials trials,
            PictureReports reports,
            Sets sets) {
        this.annotations = annotations;
        this.completions = completions;
        this.answered = answered;
        this.participants = participants;
        this.trials = trials;
        this.reports = reports;
        this.sets = sets;
    }

    /**
     * Shows the first trial without an answer, or, if all have one, the last step.
     *
     * @param after the position of the trial whose picture has just failed again: the failed ones before it have been
     *     tried already
     */
    @GetMapping("/p/{ref}/trials")
    String next(
            @AuthenticationPrincipal InvitedPerson invited,
            @TakingPart Optional<Participant> present,
            @PathVariable String ref,
            @RequestParam(defaultValue = "-1") int after,
            Locale locale,
            Model model) {
        Participant participant = present.orElse(null);
        if (participant == null || participant.status() != ParticipantStatus.AT_WORK) {
            return "redirect:/p/" + ref;
        }
        Protocol protocol = protocol(participant);
        Annotations.Standing standing = annotations.standing(participant);
        String step = participant.nextStep(protocol);
        if (standing.answered() == 0 && !step.equals("trials")) {
            return "redirect:/p/" + ref + "/" + step;
        }
        Optional<Integer> next = answered.next(participant, after);
        if (next.isPresent()) {
            return show(invited, participant, ref, next.get(), null, locale, model);
        }
        if (standing.answered() < standing.total()) {
            return "redirect:/p/" + ref + "/unloaded";
        }
        if (participant.owesClosing(protocol)) {
            return "redirect:/p/" + ref + "/closing";
        }
        model.addAttribute("ref", ref);
        model.addAttribute("standing", standing);
        model.addAttribute("revisable", revisable(invited, protocol));
        return "annotation/finish";
    }

    /**
     * Shows the page for when no trial can be shown at present: what is missing, who knows of it, and a way to try
     * again.
     */
    @GetMapping("/p/{ref}/unloaded")
    String unloaded(@TakingPart Participant participant, @PathVariable String ref, Model model) {
        if (participant.status() != ParticipantStatus.AT_WORK) {
            return "redirect:/p/" + ref;
        }
        model.addAttribute("ref", ref);
        model.addAttribute("unloaded", reports.open(participant));
        model.addAttribute("study", sets.studyOfInvited(participant.setId()));
        return "annotation/unloaded";
    }

    /** Shows a trial by its position, so that the participant can look at their answer again or change it. */
    @GetMapping("/p/{ref}/trials/{position}")
    String again(
            @AuthenticationPrincipal InvitedPerson invited,
            @TakingPart Participant participant,
            @PathVariable String ref,
            @PathVariable int position,
            Locale locale,
            Model model) {
        if (participant.status() != ParticipantStatus.AT_WORK) {
            return "redirect:/p/" + ref;
        }
        answered.refuseAnswered(invited, participant, position);
        if (answered.latest(participant, position).isPresent()
                && isTooFarBack(participant, position, protocol(participant))) {
            return "redirect:/p/" + ref + "/trials";
        }
        return show(invited, participant, ref, position, null, locale, model);
    }

    private String show(
            InvitedPerson invited,
            Participant participant,
            String ref,
            int position,
            @Nullable TrialForm sent,
            Locale locale,
            Model model) {
        Trial trial = trials.require(participant, position);
        answered.refuseAnswered(invited, participant, position);
        Optional<Rating> before = answered.latest(participant, position);
        model.addAttribute("ref", ref);
        model.addAttribute("trial", trial);
        model.addAttribute("picture", "/p/" + ref + "/api/images/" + trial.imageKey());
        model.addAttribute("standing", annotations.standing(participant));
        AnsweredTrials.Around around = answered.around(participant, position);
        model.addAttribute("around", around);
        model.addAttribute("returning", reports.has(participant, position));
        model.addAttribute("revising", before.isPresent());
        model.addAttribute(
                "form", sent != null ? sent : before.map(TrialForm::of).orElseGet(TrialForm::blank));
        Protocol protocol = protocol(participant);
        Integer back = around.back();
        model.addAttribute(
                "canGoBack", !invited.limited() && back != null && !isTooFarBack(participant, back, protocol));
        model.addAttribute("breakEvery", protocol.pacing().breakEvery());
        model.addAttribute("revisable", revisable(invited, protocol));
        Labels labels = participant.labels(protocol, locale);
        participants.saw(participant, Participants.Words.LABELS, labels.languages());
        TrialControls.of(protocol, participant.arrangement(), labels).addTo(model);
        return "annotation/trial";
    }

    /** Returns how many of the last answers this person can look at again and change. */
    private static int revisable(InvitedPerson invited, Protocol protocol) {
        return invited.limited() ? 0 : protocol.pacing().revisable();
    }

    private Protocol protocol(Participant participant) {
        return sets.studyOfInvited(participant.setId()).protocol();
    }

    /**
     * Whether the study keeps a participant from looking at this answer again, since it is not among their last few.
     */
    private boolean isTooFarBack(Participant participant, int position, Protocol protocol) {
        return answered.answeredAfter(participant, position)
                >= protocol.pacing().revisable();
    }

    /** Takes an answer from the plain form. */
    @PostMapping("/p/{ref}/trials/{position}")
    String answer(
            @AuthenticationPrincipal InvitedPerson invited,
            @PathVariable String ref,
            @PathVariable int position,
            TrialForm form,
            Locale locale,
            Model model,
            HttpServletResponse response) {
        if (!form.isWhole()) {
            model.addAttribute("incomplete", true);
            return show(invited, participants.requireSlot(invited), ref, position, form, locale, model);
        }
        Acknowledgement stored;
        try {
            stored = record(invited, position, form);
        } catch (OtherParticipation refused) {
            response.setStatus(refused.getStatusCode().value());
            model.addAttribute("ended", true);
            return next(invited, participants.find(invited), ref, -1, locale, model);
        } catch (TooManyRevisions refused) {
            response.setStatus(refused.getStatusCode().value());
            model.addAttribute("tooOften", true);
            return show(invited, participants.requireSlot(invited), ref, position, null, locale, model);
        }
        boolean due = protocol(participants.require(invited)).pacing().isBreakDue(stored.answered());
        return "redirect:/p/" + ref + (due && stored.revision() == 1 ? "/break" : "/trials");
    }

    private Acknowledgement record(InvitedPerson invited, int position, TrialForm form) {
        try {
            return annotations.record(invited, position, form.asNew());
        } catch (AnswerIdTaken otherAnswer) {
            // Someone went back to a form that was sent already, and chose another answer: that is a revision.
            return annotations.record(invited, position, form.withNewId().asNew());
        }
    }

    /** Shows the page that offers a break. A participant can go on from it at any time. */
    @GetMapping("/p/{ref}/break")
    String rest(@TakingPart Participant participant, @PathVariable String ref, Model model) {
        Annotations.Standing standing = annotations.standing(participant);
        if (participant.status() != ParticipantStatus.AT_WORK || standing.answered() == standing.total()) {
            return "redirect:/p/" + ref;
        }
        model.addAttribute("ref", ref);
        model.addAttribute("standing", standing);
        return "annotation/break";
    }

    /** Takes a report from the plain form, where only the person can tell that no picture is shown. */
    @PostMapping("/p/{ref}/trials/{position}/picture-report")
    String reportPicture(
            @AuthenticationPrincipal InvitedPerson invited,
            @PathVariable String ref,
            @PathVariable int position,
            @RequestParam(required = false) @Nullable String participation) {
        boolean first;
        try {
            first = reports.record(invited, position, "not seen", participation);
        } catch (OtherParticipation refused) {
            return "redirect:/p/" + ref;
        }
        return "redirect:/p/" + ref + "/trials" + (first ? "" : "?after=" + position);
    }

    /**
     * Ends the work.
     *
     * @param answered how many trials the page knows to be answered; left out by a page without a script
     */
    @PostMapping("/p/{ref}/completion")
    String complete(
            @AuthenticationPrincipal InvitedPerson invited,
            @PathVariable String ref,
            @RequestParam(required = false) @Nullable Integer answered) {
        if (!participants.requireAnswers(invited).hasSlot()) {
            return "redirect:/p/" + ref; // The slot was released meanwhile, for example: the page there tells.
        }
        completions.complete(invited, answered);
        return "redirect:/p/" + ref + "/thanks";
    }
}
