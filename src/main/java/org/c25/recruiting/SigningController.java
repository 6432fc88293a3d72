package org.c25.recruiting;

import org.c25.accounts.Caller;
import org.c25.accounts.Visible;
import org.c25.common.Problem;
import org.c25.studies.StudyView;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * The page of the secret with which a study's recruiter signs whom it sends. It sets, replaces and removes the secret.
 */
@Controller
class SigningController {

    private final SigningSecrets secrets;

    SigningController(SigningSecrets secrets) {
        this.secrets = secrets;
    }

    @GetMapping("/studies/{study}/signing-secret")
    String show(@AuthenticationPrincipal Caller caller, @Visible StudyView study, Model model) {
        model.addAttribute("study", study);
        model.addAttribute("setAt", secrets.setAt(caller, study.id()).orElse(null));
        return "recruiting/signing-secret";
    }

    /** Sets the secret. This response shows it, and no other page does. */
    @PostMapping("/studies/{study}/signing-secret")
    String set(
            @AuthenticationPrincipal Caller caller,
            @Visible StudyView study,
            @RequestParam(required = false) @Nullable String secret,
            Model model) {
        try {
            model.addAttribute("secret", secrets.set(caller, study.id(), secret));
        } catch (Problem problem) {
            problem.tellOn(model);
        }
        return show(caller, study, model);
    }

    @PostMapping("/studies/{study}/signing-secret/removal")
    String remove(@AuthenticationPrincipal Caller caller, @Visible StudyView study, RedirectAttributes flash) {
        secrets.remove(caller, study.id());
        flash.addFlashAttribute("done", "The secret is removed: no signature of the recruiter is accepted any more.");
        return "redirect:/studies/" + study.id() + "/signing-secret";
    }
}
