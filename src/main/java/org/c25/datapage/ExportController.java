package org.c25.datapage;

import java.io.IOException;
import org.c25.accounts.Caller;
import org.c25.accounts.Visible;
import org.c25.common.Problem;
import org.c25.downloads.Downloads;
import org.c25.export.DataPackage;
import org.c25.export.Exports;
import org.c25.export.ImportFiles;
import org.c25.export.SetFiles;
import org.c25.sets.SetView;
import org.c25.studies.Studies;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page of a set's files: take them out, or bring answers in. */
@Controller
class ExportController {

    private final SetFiles files;
    private final Exports exports;
    private final Downloads downloads;
    private final Snapshots snapshots;
    private final ImportFiles imports;
    private final Studies studies;

    ExportController(
            SetFiles files,
            Exports exports,
            Downloads downloads,
            Snapshots snapshots,
            ImportFiles imports,
            Studies studies) {
        this.files = files;
        this.exports = exports;
        this.downloads = downloads;
        this.snapshots = snapshots;
        this.imports = imports;
        this.studies = studies;
    }

    @GetMapping("/sets/{set}/data")
    String data(@AuthenticationPrincipal Caller caller, @Visible SetView set, Model model) {
        model.addAttribute("set", set);
        model.addAttribute("study", studies.require(caller, set.studyId()));
        model.addAttribute("files", files.c25(set));
        model.addAttribute("snapshots", snapshots.of(caller, set.id()));
        model.addAttribute("others", files.others(set));
        return "export/data";
    }

    @GetMapping("/sets/{set}/exports/{file}")
    View file(@AuthenticationPrincipal Caller caller, @Visible SetView set, @PathVariable String file) {
        return downloads.soon(caller, exports.file(caller, set.id(), file));
    }

    @GetMapping("/sets/{set}/exports/" + DataPackage.NAME)
    View dataPackage(
            @AuthenticationPrincipal Caller caller,
            @Visible SetView set,
            @RequestParam(defaultValue = "false") boolean affectNetLabels) {
        return downloads.soon(caller, exports.dataPackage(caller, set.id(), affectNetLabels));
    }

    @PostMapping(path = "/sets/{set}/imports", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    String take(
            @AuthenticationPrincipal Caller caller,
            @Visible SetView set,
            @RequestParam MultipartFile expression,
            @RequestParam MultipartFile valence,
            @RequestParam MultipartFile arousal,
            Model model,
            RedirectAttributes flash)
            throws IOException {
        try {
            int answers = imports.take(caller, set, expression, valence, arousal);
            flash.addFlashAttribute("done", answers + " answers are in.");
            return "redirect:/sets/" + set.id();
        } catch (Problem problem) {
            model.addAttribute("problem", problem);
            return data(caller, set, model);
        }
    }
}
