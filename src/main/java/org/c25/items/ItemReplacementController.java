package org.c25.items;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.c25.accounts.Caller;
import org.c25.accounts.Visible;
import org.c25.affectnet.AffectNetSource;
import org.c25.affectnet.AffectNetSources;
import org.c25.common.Problem;
import org.c25.jobs.UploadProgressBoard;
import org.c25.sets.ContactSheet;
import org.c25.sets.ContactSheetQuery;
import org.c25.sets.SetView;
import org.c25.studies.Studies;
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

/** The page of one image of a set, on which staff put another picture in its place. */
@Controller
class ItemReplacementController {

    private final Studies studies;
    private final ContactSheet sheet;
    private final AffectNetSources affectNetSources;
    private final SetContents contents;
    private final AffectNetSuccessors successors;
    private final ItemSuccession succession;
    private final UploadProgressBoard progressBoard;

    ItemReplacementController(
            Studies studies,
            ContactSheet sheet,
            AffectNetSources affectNetSources,
            SetContents contents,
            AffectNetSuccessors successors,
            ItemSuccession succession,
            UploadProgressBoard progressBoard) {
        this.studies = studies;
        this.sheet = sheet;
        this.affectNetSources = affectNetSources;
        this.contents = contents;
        this.successors = successors;
        this.succession = succession;
        this.progressBoard = progressBoard;
    }

    @GetMapping("/sets/{set}/images/{index}")
    String image(@AuthenticationPrincipal Caller caller, @Visible SetView set, @PathVariable long index, Model model) {
        model.addAttribute("set", set);
        model.addAttribute("study", studies.require(caller, set.studyId()));
        model.addAttribute("changeable", contents.isChangeable(set));
        ContactSheet.Picture picture =
                sheet.picture(set.id(), index).orElseThrow(() -> Problem.notFound("image in the set"));
        AffectNetSource source = affectNetSources.of(set.id()).orElse(null);
        model.addAttribute("image", picture);
        model.addAttribute("affectNet", source != null);
        model.addAttribute(
                "needs",
                successors.needs(
                        source,
                        ContactSheetQuery.expression(picture.expression()).orElse(null)));
        return "items/image";
    }

    @PostMapping(path = "/sets/{set}/images/{index}/picture", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    String replace(
            @AuthenticationPrincipal Caller caller,
            @Visible SetView set,
            @PathVariable long index,
            @RequestParam MultipartFile image,
            @RequestParam(required = false) @Nullable String filename,
            Model model,
            RedirectAttributes flash)
            throws IOException {
        try {
            SetContents.Replaced done = contents.replace(caller, set.id(), index, filename, image.getBytes());
            return sheetWith(set, done, " has another picture.", flash);
        } catch (Problem problem) {
            problem.tellOn(model);
            return image(caller, set, index, model);
        }
    }

    @PostMapping(path = "/sets/{set}/images/{index}/successor", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    String succeed(
            @AuthenticationPrincipal Caller caller,
            @Visible SetView set,
            @PathVariable long index,
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
            SetContents.Replaced done =
                    succession.succeed(caller, set.id(), index, trainingFile.path(), predictionsFile.path(), progress);
            return sheetWith(set, done, ", the next of its class, is in its place.", flash);
        } catch (Problem problem) {
            problem.tellOn(model);
            return image(caller, set, index, model);
        }
    }

    private static String sheetWith(SetView set, SetContents.Replaced done, String words, RedirectAttributes flash) {
        flash.addFlashAttribute("done", done.item().filename() + words);
        ItemUndo.of(set, done.deed()).offer(flash);
        return "redirect:/sets/" + set.id() + "/items?at=" + (done.item().position() + 1);
    }
}
