package org.c25.export;

import org.c25.accounts.Caller;
import org.c25.web.Problem;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Freezing a set's data, and taking a frozen version away, on the page of its files. */
@Controller
class SnapshotController {

    private final Snapshots snapshots;

    SnapshotController(Snapshots snapshots) {
        this.snapshots = snapshots;
    }

    @PostMapping("/sets/{id}/snapshots")
    String freeze(
            @AuthenticationPrincipal Caller caller,
            @PathVariable long id,
            @RequestParam(defaultValue = "") String note,
            RedirectAttributes flash) {
        try {
            Snapshots.Snapshot frozen = snapshots.freeze(caller, id, note);
            flash.addFlashAttribute("done", "Version " + frozen.version() + " is frozen as the data are now.");
        } catch (Problem problem) {
            flash.addFlashAttribute("refused", problem.getMessage());
        }
        return "redirect:/sets/" + id + "/data";
    }

    @PostMapping("/sets/{id}/snapshots/{version}/removal")
    String remove(
            @AuthenticationPrincipal Caller caller,
            @PathVariable long id,
            @PathVariable int version,
            RedirectAttributes flash) {
        snapshots.remove(caller, id, version);
        flash.addFlashAttribute("done", "The bytes of version " + version + " are gone.");
        return "redirect:/sets/" + id + "/data";
    }
}
