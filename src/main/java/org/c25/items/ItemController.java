package org.c25.items;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.c25.accounts.Caller;
import org.c25.accounts.Visible;
import org.c25.affectnet.AffectNetSources;
import org.c25.common.Numbers;
import org.c25.sets.ContactSheet;
import org.c25.sets.ContactSheetQuery;
import org.c25.sets.SetView;
import org.c25.studies.Studies;
import org.c25.votes.VoteSources;
import org.c25.web.BackTo;
import org.c25.web.Confirmation;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The contact sheet of a set, on which staff tick the images to remove. */
@Controller
class ItemController {

    private static final int NAMED = 10;

    private final Studies studies;
    private final ContactSheet sheet;
    private final AffectNetSources affectNetSources;
    private final VoteSources voteSources;
    private final ItemChanges changes;
    private final SetContents contents;

    ItemController(
            Studies studies,
            ContactSheet sheet,
            AffectNetSources affectNetSources,
            VoteSources voteSources,
            ItemChanges changes,
            SetContents contents) {
        this.studies = studies;
        this.sheet = sheet;
        this.affectNetSources = affectNetSources;
        this.voteSources = voteSources;
        this.changes = changes;
        this.contents = contents;
    }

    @GetMapping("/sets/{set}/items")
    String items(
            @AuthenticationPrincipal Caller caller,
            @Visible SetView set,
            @RequestParam(name = "class", required = false) @Nullable String expression,
            @RequestParam(required = false) @Nullable String find,
            @RequestParam(required = false) @Nullable String sort,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String at,
            Model model) {
        model.addAttribute("set", set);
        model.addAttribute("study", studies.require(caller, set.studyId()));
        model.addAttribute("changeable", contents.isChangeable(set));
        ContactSheetQuery query = ContactSheetQuery.of(expression, find, sort, from, at);
        ContactSheet.Overview overview = sheet.overview(set.id());
        model.addAttribute("query", query);
        model.addAttribute("page", sheet.page(set.id(), query));
        model.addAttribute("limit", ContactSheet.PAGE);
        model.addAttribute("classes", overview.classes());
        model.addAttribute("choices", ContactSheetQuery.choices());
        model.addAttribute("scored", overview.scored());
        model.addAttribute("source", affectNetSources.of(set.id()).orElse(null));
        model.addAttribute("crowd", voteSources.of(set.id()).orElse(null));
        model.addAttribute("changes", changes.of(set.id()));
        return "items/items";
    }

    @GetMapping("/sets/{set}/images/removal")
    String askToRemove(
            @Visible SetView set,
            @RequestParam(required = false) @Nullable List<Long> index,
            @RequestParam(name = "class", required = false) @Nullable String expression,
            @RequestParam(required = false) @Nullable String find,
            @RequestParam(required = false) @Nullable String sort,
            @RequestParam(required = false) @Nullable String from,
            Model model,
            RedirectAttributes flash) {
        ContactSheetQuery query = ContactSheetQuery.of(expression, find, sort, from, null);
        if (index == null || index.isEmpty() || !contents.isChangeable(set)) {
            flash.addFlashAttribute(
                    "refused",
                    contents.isChangeable(set)
                            ? "First tick the images that you want to remove."
                            : "The set has been opened or holds answers, so its images stay as they are.");
            return "redirect:" + sheet(set, query);
        }
        Map<String, List<?>> fields = new HashMap<>(query.fields());
        fields.put("index", index);
        String images = Numbers.count(index.size(), "image");
        return new Confirmation(
                        "Remove " + images + " from " + set.title() + "?",
                        List.of(
                                "These will leave the set of " + Numbers.count(set.items(), "image") + ": "
                                        + names(set, index) + ".",
                                "The images after them will move up. Nobody has answered yet, so no answer will be lost.",
                                "This can't be undone; that they were there stays in the set's history."),
                        "/sets/" + set.id() + "/images/removal",
                        fields,
                        "Remove " + images,
                        sheet(set, query))
                .show(model);
    }

    private String names(SetView set, List<Long> index) {
        String first = index.stream()
                .limit(NAMED)
                .flatMap(one -> sheet.picture(set.id(), one).stream())
                .map(ContactSheet.Picture::filename)
                .collect(Collectors.joining(", "));
        return index.size() > NAMED ? first + " and " + Numbers.whole(index.size() - NAMED) + " more" : first;
    }

    @BackTo(
            value = "/sets/{set}/items",
            keeping = {"class", "find", "sort", "from"})
    @PostMapping("/sets/{set}/images/removal")
    String remove(
            @AuthenticationPrincipal Caller caller,
            @Visible SetView set,
            @RequestParam(required = false) @Nullable List<Long> index,
            @RequestParam(name = "class", required = false) @Nullable String expression,
            @RequestParam(required = false) @Nullable String find,
            @RequestParam(required = false) @Nullable String sort,
            @RequestParam(required = false) @Nullable String from,
            RedirectAttributes flash) {
        List<String> removed = contents.remove(caller, set.id(), index == null ? List.of() : index);
        flash.addFlashAttribute(
                "done",
                removed.size() == 1
                        ? removed.get(0) + " is removed."
                        : Numbers.count(removed.size(), "image") + " are removed.");
        return "redirect:" + sheet(set, ContactSheetQuery.of(expression, find, sort, from, null));
    }

    /** Returns the address of the sheet with the images that were shown. */
    private static String sheet(SetView set, ContactSheetQuery query) {
        return "/sets/" + set.id() + "/items" + query.startingAt(query.from());
    }
}
