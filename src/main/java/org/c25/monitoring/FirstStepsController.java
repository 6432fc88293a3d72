package org.c25.monitoring;

import org.c25.accounts.Accounts;
import org.c25.accounts.Caller;
import org.c25.web.Undo;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Lets somebody put the list of first steps away, and take it out again. */
@Controller
class FirstStepsController {

    private final Accounts accounts;

    FirstStepsController(Accounts accounts) {
        this.accounts = accounts;
    }

    @PostMapping("/first-steps/hiding")
    String putAway(@AuthenticationPrincipal Caller caller, RedirectAttributes flash) {
        accounts.putFirstStepsAway(caller);
        flash.addFlashAttribute("done", "The first steps are put away. The page of your account brings them back.");
        Undo.by("/first-steps/showing").offer(flash);
        return "redirect:/studies";
    }

    @PostMapping("/first-steps/showing")
    String show(@AuthenticationPrincipal Caller caller, RedirectAttributes flash) {
        accounts.showFirstSteps(caller);
        flash.addFlashAttribute("done", "The first steps are shown here again, until all of them are done.");
        Undo.by("/first-steps/hiding").offer(flash);
        return "redirect:/studies";
    }
}
