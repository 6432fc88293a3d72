package org.c25.studies;

import org.c25.accounts.Caller;
import org.c25.accounts.Visible;
import org.c25.bodies.LongBody;
import org.c25.common.Problem;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Serves the protocol of a study: the form to change it, and the file to keep or to hand on. */
@Controller
class ProtocolController {

    private final Studies studies;

    ProtocolController(Studies studies) {
        this.studies = studies;
    }

    @GetMapping("/studies/{study}/protocol")
    String protocol(@Visible StudyView study, Model model) {
        return show(study, StudyForm.of(study.protocol()), model);
    }

    /** Shows the form. Frozen fields have the study's own values, whatever was typed before they froze. */
    private static String show(StudyView study, StudyForm form, Model model) {
        StudyFormPage.show(form, study.frozen() ? StudyForm.of(study.protocol()) : form, model);
        model.addAttribute("study", study);
        model.addAttribute("frozen", study.frozen());
        return "studies/protocol";
    }

    /** Changes the protocol. {@code version} is the version of the study from which the form was filled in. */
    @LongBody
    @PostMapping("/studies/{study}/protocol")
    String change(
            @AuthenticationPrincipal Caller caller,
            @Visible StudyView study,
            @RequestParam int version,
            StudyForm form,
            Model model,
            RedirectAttributes flash) {
        try {
            studies.change(caller, study.id(), version, form::protocol);
        } catch (Problem problem) {
            StudyView now = studies.require(caller, study.id()); // Somebody else may have changed it.
            problem.named(StudyFormFields::inForm).tellOn(model);
            model.addAttribute("outdated", now.version() != version);
            return show(now, form, model);
        }
        flash.addFlashAttribute("done", "The protocol is saved. It applies to people who begin from now on.");
        return "redirect:/studies/" + study.id();
    }

    @GetMapping("/studies/{study}/protocol.json")
    ResponseEntity<String> file(@Visible StudyView study) {
        return ProtocolDownload.of(study);
    }
}
