package org.c25.studies;

import org.c25.accounts.Caller;
import org.c25.web.Problem;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The list of studies, the form for a new one, and what participants consent to. A study's own page lives with its sets. */
@Controller
class StudyController {

    private final Studies studies;

    StudyController(Studies studies) {
        this.studies = studies;
    }

    @GetMapping("/studies")
    String all(@AuthenticationPrincipal Caller caller, Model model) {
        model.addAttribute("studies", studies.visibleTo(caller));
        return "studies/studies";
    }

    @GetMapping("/studies/new")
    String blank(Model model) {
        return form(StudyForm.usual(), model);
    }

    @PostMapping("/studies")
    String create(@AuthenticationPrincipal Caller caller, StudyForm form, Model model) {
        try {
            return "redirect:/studies/"
                    + studies.create(caller, form.protocol(StudyForm.USUAL)).id();
        } catch (Problem problem) {
            model.addAttribute("problem", problem);
            return form(form, model);
        }
    }

    private static String form(StudyForm form, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("kept", form);
        model.addAttribute("frozen", false);
        model.addAttribute("offered", Labels.KOREAN_CONTEMPT);
        return "studies/new-study";
    }

    @GetMapping("/studies/{id}/consent")
    String consentTexts(@AuthenticationPrincipal Caller caller, @PathVariable long id, Model model) {
        StudyView study = studies.require(caller, id);
        return consentPage(study, study.protocol().consent(), model);
    }

    private String consentPage(StudyView study, String typed, Model model) {
        model.addAttribute("study", study);
        model.addAttribute("typed", typed);
        model.addAttribute("texts", studies.consentTexts(study.id()));
        return "studies/consent";
    }

    /** {@code preview} shows the text as participants will see it, and stores nothing. */
    @PostMapping("/studies/{id}/consent")
    String askConsentTo(
            @AuthenticationPrincipal Caller caller,
            @PathVariable long id,
            @RequestParam String text,
            @RequestParam(defaultValue = "false") boolean preview,
            Model model,
            RedirectAttributes flash) {
        StudyView study = studies.require(caller, id);
        if (preview) {
            model.addAttribute("preview", text);
            return consentPage(study, text, model);
        }
        try {
            int version = studies.askConsentTo(caller, id, text);
            flash.addFlashAttribute("done", "Version " + version + " is what participants are asked from now on.");
        } catch (Problem problem) {
            model.addAttribute("problem", problem);
            return consentPage(study, text, model);
        }
        return "redirect:/studies/" + id + "/consent";
    }
}
