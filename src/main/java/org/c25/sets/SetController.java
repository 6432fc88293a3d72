package org.c25.sets;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.c25.accounts.Caller;
import org.c25.accounts.Visible;
import org.c25.common.Faults;
import org.c25.common.Numbers;
import org.c25.common.Problem;
import org.c25.images.PictureFolders;
import org.c25.jobs.Job;
import org.c25.jobs.Jobs;
import org.c25.studies.StudyView;
import org.c25.web.BackTo;
import org.c25.web.Undo;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Shows a study's page with its sets and the form for a new set, and makes, opens, closes, pauses and resumes sets. */
@Controller
class SetController {

    private final Sets sets;
    private final Jobs jobs;
    private final PictureFolders folders;

    SetController(Sets sets, Jobs jobs, PictureFolders folders) {
        this.sets = sets;
        this.jobs = jobs;
        this.folders = folders;
    }

    @GetMapping("/studies/{study}")
    String study(@Visible StudyView study, Model model) {
        model.addAttribute("study", study);
        model.addAttribute("sets", sets.of(study));
        return "sets/study";
    }

    @GetMapping("/studies/{study}/sets/new")
    String blank(@Visible StudyView study, Model model) {
        model.addAttribute("study", study);
        model.addAttribute("kinds", SetKind.values());
        model.addAttribute("folders", folders.isConfigured());
        model.addAttribute("kind", Objects.requireNonNullElse(model.getAttribute("kind"), SetKind.CUSTOM.name()));
        if (!model.containsAttribute("number")) {
            model.addAttribute("number", sets.nextNumber(study));
        }
        return "sets/new-set";
    }

    @PostMapping(path = "/studies/{study}/sets", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    String create(
            @AuthenticationPrincipal Caller caller,
            @Visible StudyView study,
            @RequestParam String number,
            @RequestParam(required = false) @Nullable String name,
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable String folder,
            @RequestParam(required = false) @Nullable MultipartFile manifest,
            @RequestParam(required = false) @Nullable List<MultipartFile> images,
            @RequestParam(required = false) @Nullable List<MultipartFile> pictures,
            @RequestParam(required = false) @Nullable String ratingsPerImage,
            @RequestParam(required = false) @Nullable String imagesPerPerson,
            HttpServletRequest request,
            Model model,
            RedirectAttributes flash)
            throws IOException {
        try (SentFiles files = SentFiles.of(manifest, images, pictures, request)) {
            Faults faults = new Faults();
            int wanted = faults.read(() -> number(number), 0);
            Portions portions = faults.readIfAny(() -> portions(ratingsPerImage, imagesPerPerson), null);
            SetWish wish = faults.read(
                    () -> SetWish.of(wanted, name, kind, portions, folder),
                    new SetWish(wanted, null, SetKind.CUSTOM, null, null));
            faults.refuseIfAny();
            Job job = NewSetJob.order(jobs, caller, study, wish, files);
            return jobs.soon(job)
                    .map(made -> {
                        flash.addFlashAttribute("done", made.words());
                        return "redirect:" + made.page();
                    })
                    .orElse("redirect:/jobs/" + job.id() + "?begun");
        } catch (Problem problem) {
            problem.tellOn(model);
            model.addAttribute("number", number);
            model.addAttribute("name", name);
            model.addAttribute("kind", kind);
            model.addAttribute("folder", folder);
            model.addAttribute("ratingsPerImage", ratingsPerImage);
            model.addAttribute("imagesPerPerson", imagesPerPerson);
            return blank(study, model);
        }
    }

    private static int number(String text) {
        return whole("number", text);
    }

    private static int whole(String field, String text) {
        try {
            return Integer.parseInt(text.strip());
        } catch (NumberFormatException e) {
            throw Problem.invalid(field, "a whole number from 1");
        }
    }

    /** Reads the two fields of a form, of which both may be empty. */
    private static @Nullable Portions portions(@Nullable String ratings, @Nullable String images) {
        Faults faults = new Faults();
        Integer ratingsPerImage = faults.readIfAny(() -> wholeIfAny(Portions.RATINGS, ratings), null);
        Integer imagesPerPerson = faults.readIfAny(() -> wholeIfAny(Portions.IMAGES, images), null);
        faults.refuseIfAny();
        return Portions.of(ratingsPerImage, imagesPerPerson);
    }

    private static @Nullable Integer wholeIfAny(String field, @Nullable String text) {
        return text == null || text.isBlank() ? null : Integer.valueOf(whole(field, text));
    }

    @BackTo("/sets/{set}")
    @PostMapping("/sets/{set}/portions")
    String shareOut(
            @AuthenticationPrincipal Caller caller,
            @Visible SetView set,
            @RequestParam(required = false) @Nullable String ratingsPerImage,
            @RequestParam(required = false) @Nullable String imagesPerPerson,
            RedirectAttributes flash) {
        SetView after = sets.shareOut(caller, set.id(), portions(ratingsPerImage, imagesPerPerson));
        flash.addFlashAttribute(
                "done",
                after.portions() == null
                        ? "Everyone rates all images."
                        : "The images are shared out: it takes " + Numbers.count(after.capacity(), "participant")
                                + ".");
        return "redirect:/sets/" + set.id();
    }

    @BackTo("/sets/{set}")
    @PostMapping("/sets/{set}/opening")
    String open(@AuthenticationPrincipal Caller caller, @Visible SetView set, RedirectAttributes flash) {
        sets.open(caller, set.id());
        flash.addFlashAttribute("done", "The set is open: invited people can join.");
        if (!set.isOpen()) {
            Undo.by("/sets/" + set.id() + (set.state() == SetState.DRAFT ? "/draft" : "/closing"))
                    .offer(flash);
        }
        return "redirect:/sets/" + set.id();
    }

    /** Takes back that a set was opened for the first time, as long as nobody has joined. */
    @BackTo("/sets/{set}")
    @PostMapping("/sets/{set}/draft")
    String backToDraft(@AuthenticationPrincipal Caller caller, @Visible SetView set, RedirectAttributes flash) {
        sets.backToDraft(caller, set.id());
        flash.addFlashAttribute("done", "The set is a draft again: nobody can join, and its images can be changed.");
        if (set.state() != SetState.DRAFT) {
            Undo.by("/sets/" + set.id() + "/opening").offer(flash);
        }
        return "redirect:/sets/" + set.id();
    }

    @PostMapping("/sets/{set}/closing")
    String close(@AuthenticationPrincipal Caller caller, @Visible SetView set, RedirectAttributes flash) {
        sets.close(caller, set.id());
        flash.addFlashAttribute("done", "The set is closed: nobody else can join, and those at work can finish.");
        if (set.isOpen()) {
            Undo.by("/sets/" + set.id() + "/opening").offer(flash);
        }
        return "redirect:/sets/" + set.id();
    }

    @BackTo("/sets/{set}")
    @PostMapping("/sets/{set}/pause")
    String pause(@AuthenticationPrincipal Caller caller, @Visible SetView set, RedirectAttributes flash) {
        sets.pause(caller, set.id());
        flash.addFlashAttribute("done", "The set is paused: nobody can join or go on. Answers on their way are kept.");
        if (!set.paused()) {
            Undo.by("/sets/" + set.id() + "/resumption").offer(flash);
        }
        return "redirect:/sets/" + set.id();
    }

    @PostMapping("/sets/{set}/resumption")
    String resume(@AuthenticationPrincipal Caller caller, @Visible SetView set, RedirectAttributes flash) {
        sets.resume(caller, set.id());
        flash.addFlashAttribute("done", "The pause is over: everybody can go on.");
        if (set.paused()) {
            Undo.by("/sets/" + set.id() + "/pause").offer(flash);
        }
        return "redirect:/sets/" + set.id();
    }
}
