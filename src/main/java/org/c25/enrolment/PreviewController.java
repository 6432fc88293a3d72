package org.c25.enrolment;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.c25.accounts.Caller;
import org.c25.accounts.Visible;
import org.c25.bodies.LongBody;
import org.c25.common.Problem;
import org.c25.participation.ConsentText;
import org.c25.protocol.Protocol;
import org.c25.protocol.Question;
import org.c25.questionnaires.AskedQuestion;
import org.c25.questionnaires.Questionnaires;
import org.c25.questionnaires.Questionnaires.Part;
import org.c25.studies.StudyView;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * The preview of the steps before and after the trials, with the pages for participants and the way from each to the
 * next.
 */
@Controller
@RequestMapping("/studies/{study}/preview")
class PreviewController {

    private final Preview preview;
    private final ConsentText consentText;

    PreviewController(Preview preview, ConsentText consentText) {
        this.preview = preview;
        this.consentText = consentText;
    }

    @GetMapping
    String consent(@Visible StudyView study, @AuthenticationPrincipal Caller caller, Locale locale, Model model) {
        preview.seenBy(caller);
        preview.begin(study, model);
        int trials = preview.trials(study);
        model.addAttribute("trials", trials);
        model.addAttribute("minutes", study.protocol().recruitment().minutesOf(trials));
        model.addAttribute("consent", consentText.of(study.protocol(), locale));
        return "enrolment/consent";
    }

    @PostMapping("/consent")
    String answerConsent(
            @Visible StudyView study, @RequestParam(defaultValue = "false") boolean accepted, Model model) {
        preview.begin(study, model);
        Protocol protocol = study.protocol();
        if (!accepted) {
            model.addAttribute("what", "declined");
            return "enrolment/message";
        }
        return "redirect:" + Preview.home(study) + (protocol.questions().isEmpty() ? "/instructions" : "/questions");
    }

    @GetMapping("/questions")
    String questions(@Visible StudyView study, Locale locale, Model model) {
        return ask(Part.BEFORE, study, Map.of(), locale, model);
    }

    @GetMapping("/closing")
    String closing(@Visible StudyView study, Locale locale, Model model) {
        return ask(Part.AFTER, study, Map.of(), locale, model);
    }

    private String ask(Part part, StudyView study, Map<String, String> typed, Locale locale, Model model) {
        preview.begin(study, model);
        List<Question> questions = part.of(study.protocol());
        if (questions.isEmpty()) {
            return after(part, study);
        }
        AskedQuestion.addTo(model, part, questions, typed, locale);
        return "questionnaires/questions";
    }

    private static String after(Part part, StudyView study) {
        return "redirect:" + Preview.home(study) + (part == Part.BEFORE ? "/instructions" : "/end");
    }

    @LongBody
    @PostMapping("/questions")
    String answer(@Visible StudyView study, @RequestParam Map<String, String> typed, Locale locale, Model model) {
        return check(Part.BEFORE, study, typed, locale, model);
    }

    @LongBody
    @PostMapping("/closing")
    String answerClosing(
            @Visible StudyView study, @RequestParam Map<String, String> typed, Locale locale, Model model) {
        return check(Part.AFTER, study, typed, locale, model);
    }

    private String check(Part part, StudyView study, Map<String, String> typed, Locale locale, Model model) {
        preview.begin(study, model);
        List<Question> questions = part.of(study.protocol());
        Map<String, String> answers = questions.stream()
                .collect(Collectors.toMap(
                        question -> String.valueOf(question.key()),
                        question -> typed.getOrDefault(AskedQuestion.field(question), "")));
        try {
            Questionnaires.checked(questions, answers);
        } catch (Problem problem) {
            problem.tellOn(model);
            return ask(part, study, answers, locale, model);
        }
        return after(part, study);
    }

    @GetMapping("/instructions")
    String instructions(@Visible StudyView study, Locale locale, Model model) {
        preview.begin(study, model);
        boolean practised =
                Optional.ofNullable(study.protocol().pacing().practiceTrials()).orElse(0) > 0;
        model.addAttribute("trials", preview.trials(study));
        model.addAttribute("next", practised ? "practice" : "trials");
        Instructions.of(study.protocol(), locale)
                .addTo(model, study.protocol().labels().in(locale.getLanguage()));
        return "enrolment/instructions";
    }

    @GetMapping("/language")
    String language(@Visible StudyView study, Model model) {
        preview.begin(study, model);
        model.addAttribute("choosing", true);
        return "enrolment/language";
    }

    /**
     * Ends the preview. It does so, too, where a participant would withdraw, since there is nobody to withdraw here.
     */
    @GetMapping({"/end", "/withdrawal"})
    String end(@Visible StudyView study, Model model, RedirectAttributes flash) {
        preview.begin(study, model);
        flash.addFlashAttribute("done", "That was the preview. Nothing of it was stored.");
        return "redirect:/studies/" + study.id();
    }
}
