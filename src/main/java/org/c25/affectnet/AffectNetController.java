package org.c25.affectnet;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.stream.Collectors;
import org.c25.accounts.Caller;
import org.c25.accounts.Visible;
import org.c25.affect.Expression;
import org.c25.common.Numbers;
import org.c25.common.Problem;
import org.c25.images.AffectNetFolder;
import org.c25.jobs.UploadProgressBoard;
import org.c25.sets.Sets;
import org.c25.studies.StudyView;
import org.c25.web.UploadedFile;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page on which a set is chosen from AffectNet. */
@Controller
class AffectNetController {

    private final Sets sets;
    private final AffectNetSets affectNet;
    private final AffectNetFolder folder;
    private final UploadProgressBoard progressBoard;

    AffectNetController(Sets sets, AffectNetSets affectNet, AffectNetFolder folder, UploadProgressBoard progressBoard) {
        this.sets = sets;
        this.affectNet = affectNet;
        this.folder = folder;
        this.progressBoard = progressBoard;
    }

    @GetMapping("/studies/{study}/sets/affectnet")
    String blank(@Visible StudyView study, Model model) {
        return page(study, AffectNetForm.usual(sets.nextNumber(study), sets.of(study)), model);
    }

    private String page(StudyView study, AffectNetForm form, Model model) {
        model.addAttribute("study", study);
        model.addAttribute("form", form);
        model.addAttribute("sets", sets.of(study));
        model.addAttribute(
                "names",
                Expression.all().stream().map(Expression::english).sorted().toList());
        model.addAttribute("folder", folder.isConfigured());
        return "affectnet/affectnet";
    }

    @PostMapping(path = "/studies/{study}/sets/affectnet", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    String create(
            @AuthenticationPrincipal Caller caller,
            @Visible StudyView study,
            @ModelAttribute AffectNetForm form,
            @RequestParam(required = false) @Nullable MultipartFile training,
            @RequestParam(required = false) @Nullable MultipartFile predictions,
            @RequestParam(required = false) @Nullable String work,
            HttpServletRequest request,
            Model model,
            RedirectAttributes flash)
            throws IOException {
        try (UploadProgressBoard.ProgressReport progress = progressBoard.begin(caller, work);
                UploadedFile trainingFile = UploadedFile.of(training, "training", request);
                UploadedFile predictionsFile = UploadedFile.of(predictions, "predictions", request)) {
            AffectNetSets.Made made = affectNet.create(
                    caller, study.id(), form.order(), trainingFile.path(), predictionsFile.path(), progress);
            flash.addFlashAttribute("done", words(made));
            return "redirect:/sets/" + made.set().id();
        } catch (Problem problem) {
            problem.tellOn(model);
            return page(study, form, model);
        }
    }

    private static String words(AffectNetSets.Made made) {
        String whole =
                made.set().title() + " is made: " + Numbers.count(made.set().items(), "image") + ".";
        PredictionsCsv.Read read = made.predictions();
        if (read != null) {
            whole += " Models read: " + String.join(", ", read.models()) + "."
                    + (read.passedOver().isEmpty()
                            ? ""
                            : " Columns passed over: " + String.join(", ", read.passedOver()) + ".");
        }
        if (!made.unfit().isEmpty()) {
            whole += " " + Numbers.count(made.unfit().size(), "image")
                    + (made.unfit().size() == 1 ? " was" : " were")
                    + " passed over for the next of the same class; the page of the images lists them.";
        }
        return made.missing().entrySet().stream()
                .map(one -> " " + Numbers.count(one.getValue(), "image") + " of " + one.getKey()
                        + (one.getValue() == 1 ? " is missing." : " are missing."))
                .collect(Collectors.joining("", whole, ""));
    }
}
