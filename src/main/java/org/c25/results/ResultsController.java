package org.c25.results;

import java.util.Set;
import org.c25.accounts.Caller;
import org.c25.agreement.Results;
import org.c25.agreement.Selection;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The results of a set: one page, whose parts have addresses of their own. */
@Controller
class ResultsController {

    private final Figures figures;
    private final Views views;

    ResultsController(Figures figures, Views views) {
        this.figures = figures;
        this.views = views;
    }

    @GetMapping("/sets/{id}/results")
    String results(
            @AuthenticationPrincipal Caller caller,
            @PathVariable long id,
            @RequestParam(required = false) @Nullable Set<Integer> out,
            @RequestParam(defaultValue = "false") boolean complete,
            @RequestParam(name = "class", required = false) @Nullable String images,
            Model model) {
        View view = views.of(caller, id, Selection.of(out, complete, images));
        Results everything = views.of(caller, id, Selection.ALL).results();
        model.addAttribute("everybody", everything.raters());
        model.addAttribute("classes", Views.classes(everything));
        model.addAttribute("figures", figures.all());
        return show(view, model, "results/results");
    }

    @GetMapping("/sets/{id}/results/coefficients")
    String coefficients(
            @AuthenticationPrincipal Caller caller,
            @PathVariable long id,
            @RequestParam(required = false) @Nullable Set<Integer> out,
            @RequestParam(defaultValue = "false") boolean complete,
            @RequestParam(name = "class", required = false) @Nullable String images,
            Model model) {
        View view = views.of(caller, id, Selection.of(out, complete, images));
        model.addAttribute("columns", figures.coefficients().columns(view));
        return show(view, model, "results/coefficients");
    }

    private static String show(View view, Model model, String page) {
        model.addAttribute("view", view);
        model.addAttribute("set", view.set());
        model.addAttribute("study", view.study());
        return page;
    }
}
