package org.c25.datapage;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.c25.accounts.Caller;
import org.c25.accounts.Visible;
import org.c25.common.Problem;
import org.c25.downloads.Downloads;
import org.c25.export.DataPackage;
import org.c25.export.Exports;
import org.c25.export.ImportFiles;
import org.c25.jobs.Job;
import org.c25.jobs.Jobs;
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
import org.springframework.web.servlet.view.RedirectView;

/** The page of a set's files, to download them or to import answers, and the files of a whole study. */
@Controller
class ExportController {

    private final Exports exports;
    private final Downloads downloads;
    private final ImportFiles imports;
    private final Jobs jobs;
    private final DataPage page;

    ExportController(Exports exports, Downloads downloads, ImportFiles imports, Jobs jobs, DataPage page) {
        this.exports = exports;
        this.downloads = downloads;
        this.imports = imports;
        this.jobs = jobs;
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
        return made(caller, jobs.beginOnce(caller, PackageJob.of(set, affectNetLabels)));
    }

    @GetMapping("/studies/{study}/exports/" + DataPackage.NAME)
    View studyPackage(
            @AuthenticationPrincipal Caller caller,
            @Visible StudyView study,
            @RequestParam(defaultValue = "false") boolean affectNetLabels) {
        exports.requireAnySet(study);
        return made(caller, jobs.beginOnce(caller, PackageJob.of(study, affectNetLabels)));
    }

    /** Sends the file of a job that ends within a moment, or else leads to its page. */
    private View made(Caller caller, Job job) {
        if (jobs.soon(job).isPresent()) {
            return jobs.file(caller, jobs.require(caller, job.id()));
        }
        RedirectView page = new RedirectView("/jobs/" + job.id(), true);
        page.setExposeModelAttributes(false);
        return page;
    }

    @PostMapping(path = "/sets/{set}/imports", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    String take(
            @AuthenticationPrincipal Caller caller,
            @Visible SetView set,
            @RequestParam MultipartFile expression,
            @RequestParam MultipartFile valence,
            @RequestParam MultipartFile arousal,
            HttpServletRequest request,
            Model model,
            RedirectAttributes flash)
            throws IOException {
        try {
            Job job = imports.order(caller, set, expression, valence, arousal, request);
            return jobs.soon(job)
                    .map(done -> {
                        flash.addFlashAttribute("done", done.words());
                        return "redirect:" + done.page();
                    })
                    .orElse("redirect:/jobs/" + job.id() + "?begun");
        } catch (Problem problem) {
            problem.tellOn(model);
            return page.show(caller, set, model);
        }
    }
}
