package org.c25.enrolment;

import org.c25.accounts.Caller;
import org.c25.studies.Studies;
import org.c25.web.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The secret with which a study's recruiter signs whom it sends: set, replaced, taken away. */
@Controller
class SigningController {

    private final SigningSecrets secrets;
    private final Studies studies;

    SigningController(SigningSecrets secrets, Studies studies) {
        this.secrets = secrets;
        this.studies = studies;
    }

    @GetMapping("/studies/{id}/signing-secret")
    String show(@AuthenticationPrincipal Caller caller, @PathVariable long id, Model model) {
        model.addAttribute("study", studies.require(caller, id));
        model.addAttribute("setAt", secrets.setAt(caller, id).orElse(null));
        return "enrolment/signing-secret";
    }

    /** The secret stands in this answer, and nowhere else. */
    @PostMapping("/studies/{id}/signing-secret")
    String set(
            @AuthenticationPrincipal Caller caller,
            @PathVariable long id,
            @RequestParam(required = false) @Nullable String secret,
            Model model) {
        try {
            model.addAttribute("secret", secrets.set(caller, id, secret));
        } catch (Problem problem) {
            problem.tellOn(model);
        }
        return show(caller, id, model);
    }

    @PostMapping("/studies/{id}/signing-secret/removal")
    String remove(@AuthenticationPrincipal Caller caller, @PathVariable long id, RedirectAttributes flash) {
        secrets.remove(caller, id);
        flash.addFlashAttribute("done", "The secret is removed: nothing that the recruiter signs is taken any more.");
        return "redirect:/studies/" + id + "/signing-secret";
    }
}
