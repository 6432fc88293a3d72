package org.c25.sets;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.c25.accounts.Caller;
import org.c25.images.ImageStore;
import org.c25.images.Thumbnails;
import org.c25.studies.Studies;
import org.c25.web.BackTo;
import org.c25.web.Confirmation;
import org.c25.web.Problem;
import org.c25.web.UploadedFile;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The contact sheet of a set, and the page of one image, on which it is removed or replaced. */
@Controller
class ItemController {

    private static final Duration KEPT = Duration.ofDays(30);
    private static final int NAMED = 10;

    private final Studies studies;
    private final Sets sets;
    private final ContactSheet sheet;
    private final Provenance provenance;
    private final CrowdSources crowdSources;
    private final ItemChanges changes;
    private final Contents contents;
    private final AffectNetSuccessors successors;
    private final ImageStore images;
    private final Thumbnails thumbnails;
    private final Headways headways;

    ItemController(
            Studies studies,
            Sets sets,
            ContactSheet sheet,
            Provenance provenance,
            CrowdSources crowdSources,
            ItemChanges changes,
            Contents contents,
            AffectNetSuccessors successors,
            ImageStore images,
            Thumbnails thumbnails,
            Headways headways) {
        this.studies = studies;
        this.sets = sets;
        this.sheet = sheet;
        this.provenance = provenance;
        this.crowdSources = crowdSources;
        this.changes = changes;
        this.contents = contents;
        this.successors = successors;
        this.images = images;
        this.thumbnails = thumbnails;
        this.headways = headways;
    }

    @GetMapping("/sets/{id}/items")
    String items(
            @AuthenticationPrincipal Caller caller,
            @PathVariable long id,
            @RequestParam(name = "class", required = false) @Nullable String expression,
            @RequestParam(required = false) @Nullable String find,
            @RequestParam(required = false) @Nullable String sort,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String at,
            Model model) {
        SetView set = opened(caller, id, model);
        SheetQuery query = SheetQuery.of(expression, find, sort, from, at);
        ContactSheet.Overview overview = sheet.overview(set.id());
        model.addAttribute("query", query);
        model.addAttribute("page", sheet.page(set.id(), query));
        model.addAttribute("limit", ContactSheet.PAGE);
        model.addAttribute("classes", overview.classes());
        model.addAttribute("choices", SheetQuery.choices());
        model.addAttribute("scored", overview.scored());
        model.addAttribute("source", provenance.of(set.id()).orElse(null));
        model.addAttribute("crowd", crowdSources.of(set.id()).orElse(null));
        model.addAttribute("changes", changes.of(set.id()));
        return "sets/items";
    }

    private SetView opened(Caller caller, long id, Model model) {
        SetView set = sets.require(caller, id);
        model.addAttribute("set", set);
        model.addAttribute("study", studies.require(caller, set.studyId()));
        model.addAttribute("changeable", contents.isChangeable(set));
        return set;
    }

    @GetMapping("/sets/{id}/items/{position}/image")
    ResponseEntity<Resource> image(
            @AuthenticationPrincipal Caller caller,
            @PathVariable long id,
            @PathVariable int position,
            @RequestParam(defaultValue = "") String v) {
        ContactSheet.Picture picture = pictureAt(caller, id, position);
        return cached(picture, v)
                .contentType(MediaType.parseMediaType(String.valueOf(picture.type())))
                .body(images.get(String.valueOf(picture.hash())));
    }

    @GetMapping("/sets/{id}/items/{position}/thumbnail")
    ResponseEntity<Resource> thumbnail(
            @AuthenticationPrincipal Caller caller,
            @PathVariable long id,
            @PathVariable int position,
            @RequestParam(defaultValue = "") String v) {
        ContactSheet.Picture picture = pictureAt(caller, id, position);
        return cached(picture, v).contentType(MediaType.IMAGE_JPEG).body(thumbnails.of(String.valueOf(picture.hash())));
    }

    private ContactSheet.Picture pictureAt(Caller caller, long id, int position) {
        return sheet.pictureAt(sets.require(caller, id).id(), position)
                .filter(picture -> picture.hash() != null)
                .orElseThrow(() -> Problem.notFound("image"));
    }

    /** Another picture can come to this place: only an address that names the picture is kept without asking again. */
    private static ResponseEntity.BodyBuilder cached(ContactSheet.Picture picture, String version) {
        boolean named = version.equals(picture.version());
        return ResponseEntity.ok()
                .eTag("\"" + picture.hash() + "\"")
                .cacheControl(
                        named
                                ? CacheControl.maxAge(KEPT).cachePrivate().immutable()
                                : CacheControl.noCache().cachePrivate());
    }

    @GetMapping("/sets/{id}/images/{index}")
    String image(@AuthenticationPrincipal Caller caller, @PathVariable long id, @PathVariable long index, Model model) {
        SetView set = opened(caller, id, model);
        ContactSheet.Picture picture =
                sheet.picture(set.id(), index).orElseThrow(() -> Problem.notFound("image in the set"));
        SetSource source = provenance.of(set.id()).orElse(null);
        model.addAttribute("image", picture);
        model.addAttribute("affectNet", source != null);
        model.addAttribute(
                "needs",
                successors.needs(
                        source, SheetQuery.expression(picture.expression()).orElse(null)));
        return "sets/image";
    }

    @GetMapping("/sets/{id}/images/removal")
    String askToRemove(
            @AuthenticationPrincipal Caller caller,
            @PathVariable long id,
            @RequestParam(required = false) @Nullable List<Long> index,
            Model model,
            RedirectAttributes flash) {
        SetView set = sets.require(caller, id);
        if (index == null || index.isEmpty() || !contents.isChangeable(set)) {
            flash.addFlashAttribute(
                    "refused",
                    contents.isChangeable(set)
                            ? "Tick the images first that are to be removed."
                            : "The set has been opened or holds answers, so its images stay as they are.");
            return "redirect:/sets/" + id + "/items";
        }
        String images = index.size() == 1 ? "1 image" : index.size() + " images";
        return new Confirmation(
                        "Remove " + images + " from " + set.title() + "?",
                        List.of(
                                "Gone from the set of " + set.items() + ": " + names(id, index) + ".",
                                "Those behind close up. Nobody has answered yet, so no answer is lost.",
                                "This can't be undone; that they were there stays in the set's history."),
                        "/sets/" + id + "/images/removal",
                        Map.of("index", index),
                        "Remove " + images,
                        "/sets/" + id + "/items")
                .show(model);
    }

    private String names(long id, List<Long> index) {
        String first = index.stream()
                .limit(NAMED)
                .flatMap(one -> sheet.picture(id, one).stream())
                .map(ContactSheet.Picture::filename)
                .collect(Collectors.joining(", "));
        return index.size() > NAMED ? first + " and " + (index.size() - NAMED) + " more" : first;
    }

    @BackTo("/sets/{id}/items")
    @PostMapping("/sets/{id}/images/removal")
    String remove(
            @AuthenticationPrincipal Caller caller,
            @PathVariable long id,
            @RequestParam(required = false) @Nullable List<Long> index,
            RedirectAttributes flash) {
        List<String> removed = contents.remove(caller, id, index == null ? List.of() : index);
        flash.addFlashAttribute(
                "done",
                removed.size() == 1 ? removed.get(0) + " is removed." : removed.size() + " images are removed.");
        return "redirect:/sets/" + id + "/items";
    }

    @PostMapping(path = "/sets/{id}/images/{index}/picture", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    String replace(
            @AuthenticationPrincipal Caller caller,
            @PathVariable long id,
            @PathVariable long index,
            @RequestParam MultipartFile image,
            @RequestParam(required = false) @Nullable String filename,
            Model model,
            RedirectAttributes flash)
            throws IOException {
        try {
            Item now = contents.replace(caller, id, index, filename, image.getBytes());
            return sheetWith(id, now, now.filename() + " has another picture.", flash);
        } catch (Problem problem) {
            problem.tellOn(model);
            return image(caller, id, index, model);
        }
    }

    @PostMapping(path = "/sets/{id}/images/{index}/successor", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    String succeed(
            @AuthenticationPrincipal Caller caller,
            @PathVariable long id,
            @PathVariable long index,
            @RequestParam(required = false) @Nullable MultipartFile training,
            @RequestParam(required = false) @Nullable MultipartFile predictions,
            @RequestParam(required = false) @Nullable String work,
            HttpServletRequest request,
            Model model,
            RedirectAttributes flash)
            throws IOException {
        try (Headways.Heard headway = headways.begin(caller, work);
                UploadedFile trainingFile = UploadedFile.of(training, "training", request);
                UploadedFile predictionsFile = UploadedFile.of(predictions, "predictions", request)) {
            Item now = contents.succeed(caller, id, index, trainingFile.path(), predictionsFile.path(), headway);
            return sheetWith(id, now, now.filename() + ", the next of its class, is in its place.", flash);
        } catch (Problem problem) {
            problem.tellOn(model);
            return image(caller, id, index, model);
        }
    }

    private static String sheetWith(long id, Item item, String done, RedirectAttributes flash) {
        flash.addFlashAttribute("done", done);
        return "redirect:/sets/" + id + "/items?at=" + (item.position() + 1);
    }
}
