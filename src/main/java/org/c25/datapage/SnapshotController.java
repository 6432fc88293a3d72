package org.c25.datapage;

import java.util.ArrayList;
import java.util.List;
import org.c25.accounts.Caller;
import org.c25.accounts.Visible;
import org.c25.common.Numbers;
import org.c25.common.Problem;
import org.c25.downloads.Downloads;
import org.c25.downloads.LargeFileQueue;
import org.c25.export.DataPackage;
import org.c25.sets.SetView;
import org.c25.web.BackTo;
import org.c25.web.Confirmation;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Freezes a set's data, and removes frozen versions, on the page of its files. */
@Controller
class SnapshotController {

    private final Snapshots snapshots;
    private final Downloads downloads;
    private final LargeFileQueue queue;
    private final DataPage page;

    SnapshotController(Snapshots snapshots, Downloads downloads, LargeFileQueue queue, DataPage page) {
        this.snapshots = snapshots;
        this.downloads = downloads;
        this.queue = queue;
        this.page = page;
    }

    @PostMapping("/sets/{set}/snapshots")
    String freeze(
            @AuthenticationPrincipal Caller caller,
            @Visible SetView set,
            @RequestParam(defaultValue = "") String note,
            Model model,
            RedirectAttributes flash) {
        try {
            Snapshots.Snapshot frozen = queue.inTurn(() -> snapshots.freeze(caller, set.id(), note));
            flash.addFlashAttribute("done", "Version " + frozen.version() + " is frozen as the data are now.");
        } catch (Problem problem) {
            problem.tellOn(model);
            model.addAttribute("note", note);
            return page.show(caller, set, model);
        }
        return "redirect:/sets/" + set.id() + "/data";
    }

    @GetMapping("/sets/{set}/snapshots/{version}/" + DataPackage.NAME)
    View bytes(@AuthenticationPrincipal Caller caller, @Visible SetView set, @PathVariable int version) {
        return downloads.stored(
                snapshots.bytes(caller, set.id(), version), Snapshots.filename(set.id(), version), DataPackage.TYPE);
    }

    @BackTo("/sets/{set}/data")
    @PostMapping("/sets/{set}/snapshots/{version}/renewal")
    String renew(
            @AuthenticationPrincipal Caller caller,
            @Visible SetView set,
            @PathVariable int version,
            RedirectAttributes flash) {
        Snapshots.Snapshot anew = snapshots.renew(caller, set.id(), version);
        flash.addFlashAttribute(
                "done",
                anew.version() == version
                        ? "Version " + version + " contains no erased answers."
                        : "Version " + anew.version() + " is frozen in place of version " + version
                                + ", without the erased answers. Tell whoever uses version " + version
                                + ", and remove it.");
        return "redirect:/sets/" + set.id() + "/data";
    }

    @GetMapping("/sets/{set}/snapshots/{version}/removal")
    String askToRemove(
            @AuthenticationPrincipal Caller caller, @Visible SetView set, @PathVariable int version, Model model) {
        Snapshots.Snapshot snapshot = snapshots.require(caller, set.id(), version);
        List<String> consequences = new ArrayList<>();
        consequences.add("Its " + Numbers.bytes(snapshot.bytes()) + " will be deleted for good: what "
                + Numbers.count(snapshot.people(), "person", "people") + " had answered until then.");
        if (snapshot.erased() > 0) {
            consequences.add(Numbers.count(snapshot.erased(), "of them has", "of them have")
                    + " had their answers erased since.");
        }
        consequences.add("Whoever cites version " + version
                + " will not get it from here any more. The list keeps its date and its SHA-256.");
        consequences.add("The set's own answers and its other frozen versions stay as they are. This can't be undone.");
        return new Confirmation(
                        "Remove version " + version + "?",
                        consequences,
                        "/sets/" + set.id() + "/snapshots/" + version + "/removal",
                        "Remove the version",
                        "/sets/" + set.id() + "/data")
                .ofNoReturn()
                .show(model);
    }

    @PostMapping("/sets/{set}/snapshots/{version}/removal")
    String remove(
            @AuthenticationPrincipal Caller caller,
            @Visible SetView set,
            @PathVariable int version,
            RedirectAttributes flash) {
        snapshots.remove(caller, set.id(), version);
        flash.addFlashAttribute("done", "Version " + version + " is removed.");
        return "redirect:/sets/" + set.id() + "/data";
    }
}
