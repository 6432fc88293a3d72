package org.c25.sets;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.c25.accounts.Caller;
import org.c25.studies.Studies;
import org.c25.studies.StudyView;
import org.c25.web.BackTo;
import org.c25.web.Faults;
import org.c25.web.Problem;
import org.c25.web.UploadedFile;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A study's page with its sets, the form for a new set, and whether a set is open. */
@Controller
class SetController {

    private final Studies studies;
    private final Sets sets;
    private final Headways headways;

    SetController(Studies studies, Sets sets, Headways headways) {
        this.studies = studies;
        this.sets = sets;
        this.headways = headways;
    }

    @GetMapping("/studies/{study}")
    String study(@AuthenticationPrincipal Caller caller, @PathVariable long study, Model model) {
        StudyView found = studies.require(caller, study);
        model.addAttribute("study", found);
        model.addAttribute("sets", sets.of(found));
        return "sets/study";
    }

    @GetMapping("/studies/{study}/sets/new")
    String blank(@AuthenticationPrincipal Caller caller, @PathVariable long study, Model model) {
        StudyView found = studies.require(caller, study);
        model.addAttribute("study", found);
        model.addAttribute("kinds", Kind.values());
        if (!model.containsAttribute("number")) {
            model.addAttribute("number", sets.nextNumber(found));
        }
        return "sets/new-set";
    }

    @PostMapping(path = "/studies/{study}/sets", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    String create(
            @AuthenticationPrincipal Caller caller,
            @PathVariable long study,
            @RequestParam String number,
            @RequestParam String kind,
            @RequestParam MultipartFile manifest,
            @RequestParam(required = false) @Nullable MultipartFile images,
            @RequestParam(required = false) @Nullable String work,
            HttpServletRequest request,
            Model model,
            RedirectAttributes flash)
            throws IOException {
        try (Headways.Heard headway = headways.begin(caller, work);
                UploadedFile zip = UploadedFile.of(images, "images", request)) {
            Faults faults = new Faults();
            int wanted = faults.read(() -> number(number), 0);
            Kind chosen = faults.read(() -> Kind.of(kind), Kind.CUSTOM);
            faults.refuseIfAny();
            SetView set = sets.create(caller, study, wanted, chosen, manifest.getInputStream(), zip.path(), headway);
            flash.addFlashAttribute("done", set.title() + " is made: " + set.items() + " images.");
            return "redirect:/sets/" + set.id();
        } catch (Problem problem) {
            problem.tellOn(model);
            model.addAttribute("number", number);
            model.addAttribute("kind", kind);
            return blank(caller, study, model);
        }
    }

    private static int number(String text) {
        try {
            return Integer.parseInt(text.strip());
        } catch (NumberFormatException e) {
            throw Problem.invalid("number", "is a whole number from 1");
        }
    }

    @BackTo("/sets/{id}")
    @PostMapping("/sets/{id}/opening")
    String open(@AuthenticationPrincipal Caller caller, @PathVariable long id, RedirectAttributes flash) {
        sets.open(caller, id);
        flash.addFlashAttribute("done", "The set is open: invited people can join.");
        return "redirect:/sets/" + id;
    }

    @PostMapping("/sets/{id}/closing")
    String close(@AuthenticationPrincipal Caller caller, @PathVariable long id, RedirectAttributes flash) {
        sets.close(caller, id);
        flash.addFlashAttribute("done", "The set is closed: nobody else can join, and those at work can finish.");
        return "redirect:/sets/" + id;
    }

    @BackTo("/sets/{id}")
    @PostMapping("/sets/{id}/pause")
    String pause(@AuthenticationPrincipal Caller caller, @PathVariable long id, RedirectAttributes flash) {
        sets.pause(caller, id);
        flash.addFlashAttribute("done", "The set is paused: nobody can join or go on. Answers on their way are kept.");
        return "redirect:/sets/" + id;
    }

    @PostMapping("/sets/{id}/resumption")
    String resume(@AuthenticationPrincipal Caller caller, @PathVariable long id, RedirectAttributes flash) {
        sets.resume(caller, id);
        flash.addFlashAttribute("done", "The pause is over.");
        return "redirect:/sets/" + id;
    }
}
