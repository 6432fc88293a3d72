package org.c25.enrolment;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.c25.accounts.Caller;
import org.c25.bodies.LongBody;
import org.c25.enrolment.Questionnaires.Part;
import org.c25.studies.Protocol;
import org.c25.studies.Question;
import org.c25.studies.StudyView;
import org.c25.web.Problem;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The steps before and after the trials, as a participant's pages show them and with what is on the way between them. */
@Controller
@RequestMapping("/studies/{id}/preview")
class PreviewController {

    private final Preview preview;
    private final ConsentText consentText;

    PreviewController(Preview preview, ConsentText consentText) {
        this.preview = preview;
        this.consentText = consentText;
    }

    @GetMapping
    String consent(@AuthenticationPrincipal Caller caller, @PathVariable long id, Locale locale, Model model) {
        StudyView study = preview.begin(caller, id, model);
        model.addAttribute("trials", preview.trials(study));
        model.addAttribute("consent", consentText.of(study.protocol(), locale));
        return "enrolment/consent";
    }

    @PostMapping("/consent")
    String answerConsent(
            @AuthenticationPrincipal Caller caller,
            @PathVariable long id,
            @RequestParam(defaultValue = "false") boolean accepted,
            Model model) {
        Protocol protocol = preview.begin(caller, id, model).protocol();
        if (!accepted) {
            model.addAttribute("what", "declined");
            return "enrolment/message";
        }
        return "redirect:" + Preview.home(id) + (protocol.questions().isEmpty() ? "/instructions" : "/questions");
    }

    @GetMapping("/questions")
    String questions(@AuthenticationPrincipal Caller caller, @PathVariable long id, Locale locale, Model model) {
        return ask(Part.BEFORE, caller, id, Map.of(), locale, model);
    }

    @GetMapping("/closing")
    String closing(@AuthenticationPrincipal Caller caller, @PathVariable long id, Locale locale, Model model) {
        return ask(Part.AFTER, caller, id, Map.of(), locale, model);
    }

    private String ask(Part part, Caller caller, long id, Map<String, String> typed, Locale locale, Model model) {
        List<Question> questions = part.of(preview.begin(caller, id, model).protocol());
        if (questions.isEmpty()) {
            return after(part, id);
        }
        AskedQuestion.ask(part, questions, typed, locale, model);
        return "enrolment/questions";
    }

    private static String after(Part part, long id) {
        return "redirect:" + Preview.home(id) + (part == Part.BEFORE ? "/instructions" : "/end");
    }

    @LongBody
    @PostMapping("/questions")
    String answer(
            @AuthenticationPrincipal Caller caller,
            @PathVariable long id,
            @RequestParam Map<String, String> typed,
            Locale locale,
            Model model) {
        return check(Part.BEFORE, caller, id, typed, locale, model);
    }

    @LongBody
    @PostMapping("/closing")
    String answerClosing(
            @AuthenticationPrincipal Caller caller,
            @PathVariable long id,
            @RequestParam Map<String, String> typed,
            Locale locale,
            Model model) {
        return check(Part.AFTER, caller, id, typed, locale, model);
    }

    private String check(Part part, Caller caller, long id, Map<String, String> typed, Locale locale, Model model) {
        List<Question> questions = part.of(preview.begin(caller, id, model).protocol());
        Map<String, String> answers = questions.stream()
                .collect(Collectors.toMap(
                        question -> String.valueOf(question.key()),
                        question -> typed.getOrDefault(AskedQuestion.field(question), "")));
        try {
            Questionnaires.checked(questions, answers);
        } catch (Problem problem) {
            problem.tellOn(model);
            return ask(part, caller, id, answers, locale, model);
        }
        return after(part, id);
    }

    @GetMapping("/instructions")
    String instructions(@AuthenticationPrincipal Caller caller, @PathVariable long id, Model model) {
        StudyView study = preview.begin(caller, id, model);
        boolean practised =
                Optional.ofNullable(study.protocol().pacing().practiceTrials()).orElse(0) > 0;
        model.addAttribute("trials", preview.trials(study));
        model.addAttribute("next", practised ? "practice" : "trials");
        model.addAttribute("labels", study.protocol().labels());
        return "enrolment/instructions";
    }

    @GetMapping("/language")
    String language(@AuthenticationPrincipal Caller caller, @PathVariable long id, Model model) {
        preview.begin(caller, id, model);
        model.addAttribute("choosing", true);
        return "enrolment/language";
    }

    /** Also where a participant would leave: there is nobody to leave here. */
    @GetMapping({"/end", "/withdrawal"})
    String end(@AuthenticationPrincipal Caller caller, @PathVariable long id, Model model, RedirectAttributes flash) {
        preview.begin(caller, id, model);
        flash.addFlashAttribute("done", "That was the preview. Nothing of it was stored.");
        return "redirect:/studies/" + id;
    }
}
