package org.c25.items;

import java.io.IOException;
import java.io.InputStream;
import org.c25.accounts.Caller;
import org.c25.accounts.Visible;
import org.c25.common.Problem;
import org.c25.sets.SetView;
import org.c25.studies.Studies;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page on which staff download the manifest of a set, and send it again when they have changed it. */
@Controller
class ManifestController {

    private final Studies studies;
    private final SetContents contents;
    private final SetManifest manifests;

    ManifestController(Studies studies, SetContents contents, SetManifest manifests) {
        this.studies = studies;
        this.contents = contents;
        this.manifests = manifests;
    }

    @GetMapping("/sets/{set}/manifest")
    String form(@AuthenticationPrincipal Caller caller, @Visible SetView set, Model model) {
        model.addAttribute("set", set);
        model.addAttribute("study", studies.require(caller, set.studyId()));
        model.addAttribute("changeable", contents.isChangeable(set));
        return "items/manifest";
    }

    @GetMapping("/sets/{set}/manifest.csv")
    ResponseEntity<byte[]> download(@Visible SetView set) throws IOException {
        return ManifestDownload.of(set, manifests);
    }

    @PostMapping(path = "/sets/{set}/manifest", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    String take(
            @AuthenticationPrincipal Caller caller,
            @Visible SetView set,
            @RequestParam MultipartFile manifest,
            Model model,
            RedirectAttributes flash)
            throws IOException {
        try (InputStream csv = manifest.getInputStream()) {
            flash.addFlashAttribute(
                    "done", manifests.take(caller, set.id(), csv).sentence());
            return "redirect:/sets/" + set.id() + "/items";
        } catch (Problem problem) {
            problem.tellOn(model);
            return form(caller, set, model);
        }
    }
}
