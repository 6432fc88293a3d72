package org.c25.datapage;

import java.io.IOException;
import org.c25.accounts.Caller;
import org.c25.common.Problem;
import org.c25.downloads.Downloads;
import org.c25.export.DataPackage;
import org.c25.export.ExportApi;
import org.c25.export.Exports;
import org.c25.export.SetFiles;
import org.c25.sets.SetView;
import org.c25.sets.Sets;
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
    private final ExportApi api;
    private final Sets sets;
    private final Studies studies;

    ExportController(
            SetFiles files,
            Exports exports,
            Downloads downloads,
            Snapshots snapshots,
            ExportApi api,
            Sets sets,
            Studies studies) {
        this.files = files;
        this.exports = exports;
        this.downloads = downloads;
        this.snapshots = snapshots;
        this.api = api;
        this.sets = sets;
        this.studies = studies;
    }

    @GetMapping("/sets/{id}/data")
    String data(@AuthenticationPrincipal Caller caller, @PathVariable long id, Model model) {
        SetView set = sets.require(caller, id);
        model.addAttribute("set", set);
        model.addAttribute("study", studies.require(caller, set.studyId()));
        model.addAttribute("files", files.c25(set));
        model.addAttribute("snapshots", snapshots.of(caller, id));
        model.addAttribute("others", files.others(set));
        return "export/data";
    }

    @GetMapping("/sets/{id}/exports/{file}")
    View file(@AuthenticationPrincipal Caller caller, @PathVariable long id, @PathVariable String file) {
        return downloads.soon(caller, exports.file(caller, id, file));
    }

    @GetMapping("/sets/{id}/exports/" + DataPackage.NAME)
    View dataPackage(
            @AuthenticationPrincipal Caller caller,
            @PathVariable long id,
            @RequestParam(defaultValue = "false") boolean affectNetLabels) {
        return downloads.soon(caller, exports.dataPackage(caller, id, affectNetLabels));
    }

    @PostMapping(path = "/sets/{id}/imports", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    String take(
            @AuthenticationPrincipal Caller caller,
            @PathVariable long id,
            @RequestParam MultipartFile expression,
            @RequestParam MultipartFile valence,
            @RequestParam MultipartFile arousal,
            Model model,
            RedirectAttributes flash)
            throws IOException {
        try {
            int answers = api.take(caller, id, expression, valence, arousal).annotations();
            flash.addFlashAttribute("done", answers + " answers are in.");
            return "redirect:/sets/" + id;
        } catch (Problem problem) {
            model.addAttribute("problem", problem);
            return data(caller, id, model);
        }
    }
}
