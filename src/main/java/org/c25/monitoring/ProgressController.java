package org.c25.monitoring;

import org.c25.accounts.Caller;
import org.c25.accounts.Visible;
import org.c25.sets.SetView;
import org.c25.web.HeavyStatistics;
import org.c25.web.TableQuery;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.context.request.WebRequest;

/** Shows a set's first page: whether the set is open, who is in it, and how far they are. */
@Controller
@HeavyStatistics
class ProgressController {

    private final Progress progress;

    ProgressController(Progress progress) {
        this.progress = progress;
    }

    @GetMapping("/sets/{set}")
    String set(
            @AuthenticationPrincipal Caller caller,
            @Visible SetView set,
            @ModelAttribute("query") TableQuery query,
            Model model) {
        show(progress.of(caller, set), query, model);
        return "monitoring/set";
    }

    /**
     * Shows the main part of the page alone, for its script. It answers 304 while the part is as the ETag of the
     * request says.
     */
    @GetMapping("/sets/{set}/live")
    @Nullable
    String live(
            @AuthenticationPrincipal Caller caller,
            @Visible SetView set,
            @ModelAttribute("query") TableQuery query,
            Model model,
            WebRequest request) {
        SetProgress found = progress.of(caller, set);
        if (request.checkNotModified(found.etag())) {
            return null;
        }
        show(found, query, model);
        return "monitoring/set :: main";
    }

    /** Shows what a set asks for: how many flags to look at there are, and when its answers will be in. */
    @GetMapping("/sets/{set}/outlook")
    String outlook(@AuthenticationPrincipal Caller caller, @Visible SetView set, Model model) {
        SetProgress found = progress.of(caller, set);
        model.addAttribute("set", found.set());
        model.addAttribute("study", found.study());
        model.addAttribute("progress", found);
        return "monitoring/outlook";
    }

    private static void show(SetProgress found, TableQuery query, Model model) {
        String path = "/sets/" + found.set().id();
        model.addAttribute("table", SlotTables.PROGRESS.view(path, found.places(), query));
        model.addAttribute("live", query.in(path + "/live"));
        model.addAttribute("set", found.set());
        model.addAttribute("study", found.study());
        model.addAttribute("progress", found);
    }
}
