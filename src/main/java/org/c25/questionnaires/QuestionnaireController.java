package org.c25.questionnaires;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.c25.bodies.LongBody;
import org.c25.common.Problem;
import org.c25.invitations.InvitedPerson;
import org.c25.participation.Participant;
import org.c25.participation.ParticipantStatus;
import org.c25.participation.Participants;
import org.c25.protocol.Question;
import org.c25.questionnaires.Questionnaires.Part;
import org.c25.sets.Sets;
import org.c25.studies.StudyView;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Shows the pages with questions about the person, before the trials and after the last, and takes the answers. */
@Controller
class QuestionnaireController {

    private final Participants participants;
    private final Questionnaires questionnaires;
    private final Sets sets;

    QuestionnaireController(Participants participants, Questionnaires questionnaires, Sets sets) {
        this.participants = participants;
        this.questionnaires = questionnaires;
        this.sets = sets;
    }

    @GetMapping("/p/{ref}/questions")
    String questions(
            @AuthenticationPrincipal InvitedPerson invited, @PathVariable String ref, Locale locale, Model model) {
        return show(Part.BEFORE, invited, ref, Map.of(), locale, model);
    }

    @GetMapping("/p/{ref}/closing")
    String closing(
            @AuthenticationPrincipal InvitedPerson invited, @PathVariable String ref, Locale locale, Model model) {
        return show(Part.AFTER, invited, ref, Map.of(), locale, model);
    }

    private String show(
            Part part, InvitedPerson invited, String ref, Map<String, String> typed, Locale locale, Model model) {
        Participant participant = participants.find(invited).orElse(null);
        StudyView study = sets.studyOfInvited(invited.setId());
        List<Question> questions = part.of(study.protocol());
        if (participant == null
                || participant.status() != ParticipantStatus.AT_WORK
                || part.isDone(participant)
                || questions.isEmpty()) {
            return "redirect:/p/" + ref;
        }
        model.addAttribute("ref", ref);
        model.addAttribute("study", study);
        AskedQuestion.addTo(model, part, questions, typed, locale);
        return "questionnaires/questions";
    }

    @LongBody
    @PostMapping("/p/{ref}/questions")
    String answer(
            @AuthenticationPrincipal InvitedPerson invited,
            @PathVariable String ref,
            @RequestParam Map<String, String> typed,
            Locale locale,
            Model model) {
        return keep(Part.BEFORE, invited, ref, typed, locale, model);
    }

    @LongBody
    @PostMapping("/p/{ref}/closing")
    String answerClosing(
            @AuthenticationPrincipal InvitedPerson invited,
            @PathVariable String ref,
            @RequestParam Map<String, String> typed,
            Locale locale,
            Model model) {
        return keep(Part.AFTER, invited, ref, typed, locale, model);
    }

    private String keep(
            Part part, InvitedPerson invited, String ref, Map<String, String> typed, Locale locale, Model model) {
        StudyView study = sets.studyOfInvited(invited.setId());
        Map<String, String> answers = new HashMap<>();
        for (Question question : part.of(study.protocol())) {
            answers.put(String.valueOf(question.key()), typed.getOrDefault(AskedQuestion.field(question), ""));
        }
        try {
            questionnaires.answer(invited, part, part.of(study.protocol()), answers, locale);
        } catch (Problem problem) {
            problem.tellOn(model);
            return show(part, invited, ref, answers, locale, model);
        }
        return "redirect:/p/" + ref + (part == Part.AFTER ? "/trials" : "");
    }
}
