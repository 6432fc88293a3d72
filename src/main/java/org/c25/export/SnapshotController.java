package org.c25.export;

import org.c25.accounts.Caller;
import org.c25.downloads.Downloads;
import org.c25.downloads.WorkLine;
import org.c25.web.Problem;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Freezing a set's data, and taking a frozen version away, on the page of its files. */
@Controller
class SnapshotController {

    private final Snapshots snapshots;
    private final Downloads downloads;
    private final WorkLine line;

    SnapshotController(Snapshots snapshots, Downloads downloads, WorkLine line) {
        this.snapshots = snapshots;
        this.downloads = downloads;
        this.line = line;
    }

    @PostMapping("/sets/{id}/snapshots")
    String freeze(
            @AuthenticationPrincipal Caller caller,
            @PathVariable long id,
            @RequestParam(defaultValue = "") String note,
            RedirectAttributes flash) {
        try {
            Snapshots.Snapshot frozen = line.inTurn(() -> snapshots.freeze(caller, id, note));
            flash.addFlashAttribute("done", "Version " + frozen.version() + " is frozen as the data are now.");
        } catch (Problem problem) {
            flash.addFlashAttribute("refused", problem.getMessage());
        }
        return "redirect:/sets/" + id + "/data";
    }

    @GetMapping("/sets/{id}/snapshots/{version}/" + DataPackage.NAME)
    View bytes(@AuthenticationPrincipal Caller caller, @PathVariable long id, @PathVariable int version) {
        return downloads.stored(
                snapshots.bytes(caller, id, version), Snapshots.filename(id, version), DataPackage.TYPE);
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
