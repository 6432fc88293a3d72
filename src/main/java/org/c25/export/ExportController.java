package org.c25.export;

import java.io.IOException;
import java.io.InputStream;
import org.c25.accounts.Caller;
import org.c25.downloads.Downloads;
import org.c25.web.Problem;
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

    private final Exports exports;
    private final Downloads downloads;
    private final Imports imports;
    private final DataPage page;

    ExportController(Exports exports, Downloads downloads, Imports imports, DataPage page) {
        this.exports = exports;
        this.downloads = downloads;
        this.imports = imports;
        this.page = page;
    }

    @GetMapping("/sets/{id}/data")
    String data(@AuthenticationPrincipal Caller caller, @PathVariable long id, Model model) {
        return page.show(caller, id, model);
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
        try (InputStream expressions = expression.getInputStream();
                InputStream valences = valence.getInputStream();
                InputStream arousals = arousal.getInputStream()) {
            int answers = imports.take(caller, id, expressions, valences, arousals);
            flash.addFlashAttribute("done", answers + " answers are in.");
            return "redirect:/sets/" + id;
        } catch (Problem problem) {
            problem.tellOn(model);
            return page.show(caller, id, model);
        }
    }
}
