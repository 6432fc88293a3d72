package org.c25.progress;

import org.c25.accounts.Caller;
import org.c25.studies.Studies;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** A set's first page: whether it is open, and who is how far. */
@Controller
class ProgressController {

    private final Progress progress;
    private final Studies studies;

    ProgressController(Progress progress, Studies studies) {
        this.progress = progress;
        this.studies = studies;
    }

    @GetMapping("/sets/{id}")
    String set(@AuthenticationPrincipal Caller caller, @PathVariable long id, Model model) {
        Progress.SetProgress found = progress.of(caller, id);
        model.addAttribute("set", found.set());
        model.addAttribute("progress", found);
        model.addAttribute("study", studies.require(caller, found.set().studyId()));
        return "progress/set";
    }
}
