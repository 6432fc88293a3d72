package org.c25.studies;

import org.c25.accounts.Caller;
import org.c25.bodies.LongBody;
import org.c25.web.Problem;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The protocol of a study that is there: the form to change it, and the file to keep or to hand on. */
@Controller
class ProtocolController {

    private final Studies studies;

    ProtocolController(Studies studies) {
        this.studies = studies;
    }

    @GetMapping("/studies/{id}/protocol")
    String protocol(@AuthenticationPrincipal Caller caller, @PathVariable long id, Model model) {
        StudyView study = studies.require(caller, id);
        return show(study, StudyForm.of(study.protocol()), model);
    }

    /** What is frozen stands there as it is, whatever was typed before it froze. */
    private static String show(StudyView study, StudyForm form, Model model) {
        model.addAttribute("study", study);
        model.addAttribute("form", form);
        model.addAttribute("frozen", study.frozen());
        model.addAttribute("kept", study.frozen() ? StudyForm.of(study.protocol()) : form);
        model.addAttribute("offered", Labels.KOREAN_CONTEMPT);
        return "studies/protocol";
    }

    /** {@code version} is that of the study which the form was filled in from. */
    @LongBody
    @PostMapping("/studies/{id}/protocol")
    String change(
            @AuthenticationPrincipal Caller caller,
            @PathVariable long id,
            @RequestParam int version,
            StudyForm form,
            Model model,
            RedirectAttributes flash) {
        try {
            studies.change(caller, id, version, form::protocol);
        } catch (Problem problem) {
            StudyView study = studies.require(caller, id);
            problem.named(StudyFormFields::inForm).tellOn(model);
            model.addAttribute("outdated", study.version() != version);
            return show(study, form, model);
        }
        flash.addFlashAttribute("done", "The protocol is saved, for whoever begins from now on.");
        return "redirect:/studies/" + id;
    }

    @GetMapping("/studies/{id}/protocol.json")
    ResponseEntity<String> file(@AuthenticationPrincipal Caller caller, @PathVariable long id) {
        return ProtocolFile.download(studies.require(caller, id));
    }
}
