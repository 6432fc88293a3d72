package org.c25.sets;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.stream.Collectors;
import org.c25.accounts.Caller;
import org.c25.affect.Expression;
import org.c25.images.AffectNetFolder;
import org.c25.studies.Studies;
import org.c25.studies.StudyView;
import org.c25.web.Problem;
import org.c25.web.UploadedFile;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page on which a set is chosen from AffectNet. */
@Controller
class AffectNetController {

    private final Studies studies;
    private final Sets sets;
    private final AffectNetSets affectNet;
    private final AffectNetFolder folder;
    private final Headways headways;

    AffectNetController(
            Studies studies, Sets sets, AffectNetSets affectNet, AffectNetFolder folder, Headways headways) {
        this.studies = studies;
        this.sets = sets;
        this.affectNet = affectNet;
        this.folder = folder;
        this.headways = headways;
    }

    @GetMapping("/studies/{study}/sets/affectnet")
    String blank(@AuthenticationPrincipal Caller caller, @PathVariable long study, Model model) {
        StudyView found = studies.require(caller, study);
        return page(found, AffectNetForm.usual(sets.nextNumber(found), sets.of(found)), model);
    }

    private String page(StudyView study, AffectNetForm form, Model model) {
        model.addAttribute("study", study);
        model.addAttribute("form", form);
        model.addAttribute("sets", sets.of(study));
        model.addAttribute(
                "names",
                Expression.all().stream().map(Expression::english).sorted().toList());
        model.addAttribute("folder", folder.isConfigured());
        return "sets/affectnet";
    }

    @PostMapping(path = "/studies/{study}/sets/affectnet", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    String create(
            @AuthenticationPrincipal Caller caller,
            @PathVariable long study,
            @ModelAttribute AffectNetForm form,
            @RequestParam(required = false) @Nullable MultipartFile training,
            @RequestParam(required = false) @Nullable MultipartFile predictions,
            @RequestParam(required = false) @Nullable String work,
            HttpServletRequest request,
            Model model,
            RedirectAttributes flash)
            throws IOException {
        StudyView found = studies.require(caller, study);
        try (Headways.Heard headway = headways.begin(caller, work);
                UploadedFile trainingFile = UploadedFile.of(training, "training", request);
                UploadedFile predictionsFile = UploadedFile.of(predictions, "predictions", request)) {
            AffectNetSets.Made made =
                    affectNet.create(caller, study, form.order(), trainingFile.path(), predictionsFile.path(), headway);
            flash.addFlashAttribute("done", words(made));
            return "redirect:/sets/" + made.set().id();
        } catch (Problem problem) {
            problem.tellOn(model);
            return page(found, form, model);
        }
    }

    private static String words(AffectNetSets.Made made) {
        String whole = made.set().title() + " is made: " + made.set().items() + " images.";
        return made.missing().entrySet().stream()
                .map(one -> " " + one.getKey() + " falls short by " + one.getValue() + ".")
                .collect(Collectors.joining("", whole, ""));
    }
}
