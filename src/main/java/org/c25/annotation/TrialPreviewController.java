package org.c25.annotation;

import java.util.Locale;
import org.c25.accounts.Caller;
import org.c25.accounts.Visible;
import org.c25.enrolment.Preview;
import org.c25.protocol.Protocol;
import org.c25.studies.StudyView;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * The preview of practice and trials for the staff, as the participant of the first slot sees them. All faces are drawn
 * ones.
 */
@Controller
// The variable is not {id}, since the form has a field of that name.
@RequestMapping("/studies/{study}/preview")
class TrialPreviewController {

    private final Preview preview;
    private final DrawnTrials trials;
    private final PracticeFaces faces;

    TrialPreviewController(Preview preview, DrawnTrials trials, PracticeFaces faces) {
        this.preview = preview;
        this.trials = trials;
        this.faces = faces;
    }

    @GetMapping({"/practice", "/practice/{number}"})
    String practice(
            @Visible StudyView study,
            @PathVariable(required = false) @Nullable Integer number,
            Locale locale,
            Model model) {
        return showPractice(study, number == null ? 1 : number, TrialForm.blank(), locale, model);
    }

    private String showPractice(StudyView study, int number, TrialForm form, Locale locale, Model model) {
        preview.begin(study, model);
        Protocol protocol = study.protocol();
        int count = protocol.pacing().practiceTrials();
        if (number < 1 || number > count) {
            return "redirect:" + Preview.home(study) + "/trials";
        }
        model.addAttribute("number", number);
        model.addAttribute("count", count);
        trials.showFace(protocol, Preview.home(study), number, form, locale, model);
        return "annotation/practice";
    }

    @PostMapping("/practice/{number}")
    String answerPractice(
            @Visible StudyView study, @PathVariable int number, TrialForm form, Locale locale, Model model) {
        if (!form.isWhole()) {
            model.addAttribute("incomplete", true);
            return showPractice(study, number, form, locale, model);
        }
        preview.begin(study, model);
        int count = study.protocol().pacing().practiceTrials();
        return "redirect:" + Preview.home(study) + "/practice/" + (number < count ? number + 1 : "done");
    }

    @GetMapping("/practice/done")
    String practised(@Visible StudyView study, Model model) {
        preview.begin(study, model);
        model.addAttribute("trials", preview.trials(study));
        return "annotation/practised";
    }

    @GetMapping({"/trials", "/trials/{position}"})
    String trial(
            @Visible StudyView study,
            @AuthenticationPrincipal Caller caller,
            @PathVariable(required = false) @Nullable Integer position,
            Locale locale,
            Model model) {
        preview.seenBy(caller);
        return showTrial(study, position == null ? 0 : position, TrialForm.blank(), locale, model);
    }

    private String showTrial(StudyView study, int position, TrialForm form, Locale locale, Model model) {
        preview.begin(study, model);
        if (position < 0 || position >= trials.count()) {
            return "redirect:" + Preview.home(study) + "/closing";
        }
        trials.show(study.protocol(), Preview.home(study), position, form, locale, model);
        return "annotation/trial";
    }

    @PostMapping("/trials/{position}")
    String answer(@Visible StudyView study, @PathVariable int position, TrialForm form, Locale locale, Model model) {
        if (!form.isWhole()) {
            model.addAttribute("incomplete", true);
            return showTrial(study, position, form, locale, model);
        }
        return "redirect:" + Preview.home(study) + "/trials/" + (position + 1);
    }

    @GetMapping("/faces/{number}.png")
    ResponseEntity<byte[]> face(@PathVariable int number) {
        return faces.picture(number);
    }
}
