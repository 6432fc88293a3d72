package org.c25.datapage;

import java.io.IOException;
import org.c25.accounts.Caller;
import org.c25.accounts.Visible;
import org.c25.common.Problem;
import org.c25.downloads.Downloads;
import org.c25.export.DataPackage;
import org.c25.export.Exports;
import org.c25.export.ImportFiles;
import org.c25.sets.SetView;
import org.c25.studies.StudyView;
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

/** The page of a set's files, to download them or to import answers, and the files of a whole study. */
@Controller
class ExportController {

    private final Exports exports;
    private final Downloads downloads;
    private final ImportFiles imports;
    private final DataPage page;

    ExportController(Exports exports, Downloads downloads, ImportFiles imports, DataPage page) {
        this.exports = exports;
        this.downloads = downloads;
        this.imports = imports;
        this.page = page;
    }

    @GetMapping("/sets/{set}/data")
    String data(@AuthenticationPrincipal Caller caller, @Visible SetView set, Model model) {
        return page.show(caller, set, model);
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

    @GetMapping("/studies/{study}/exports/" + DataPackage.NAME)
    View studyPackage(
            @AuthenticationPrincipal Caller caller,
            @Visible StudyView study,
            @RequestParam(defaultValue = "false") boolean affectNetLabels) {
        return downloads.soon(caller, exports.studyPackage(caller, study.id(), affectNetLabels));
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
            problem.tellOn(model);
            return page.show(caller, set, model);
        }
    }
}
