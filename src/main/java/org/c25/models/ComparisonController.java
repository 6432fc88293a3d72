package org.c25.models;

import java.util.List;
import org.c25.accounts.Caller;
import org.c25.accounts.Visible;
import org.c25.common.Problem;
import org.c25.predictions.ModelView;
import org.c25.predictions.Models;
import org.c25.results.SelectionQuery;
import org.c25.sets.SetView;
import org.c25.studies.Studies;
import org.c25.web.HeavyStatistics;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page of several models side by side. */
@Controller
class ComparisonController {

    private final Models models;
    private final ModelComparisons comparisons;
    private final Studies studies;

    ComparisonController(Models models, ModelComparisons comparisons, Studies studies) {
        this.models = models;
        this.comparisons = comparisons;
        this.studies = studies;
    }

    /** A model that can be chosen. */
    record Choice(ModelView model, boolean chosen) {}

    @HeavyStatistics
    @GetMapping("/sets/{set}/results/models/comparison")
    String compare(
            @AuthenticationPrincipal Caller caller,
            @Visible SetView set,
            @RequestParam(name = "model", defaultValue = "") List<Long> chosen,
            @RequestParam(defaultValue = "false") boolean heldOut,
            SelectionQuery choice,
            Model page) {
        ComparedQuery query = new ComparedQuery(chosen, choice.selection(), heldOut);
        page.addAttribute("set", set);
        page.addAttribute("study", studies.require(caller, set.studyId()));
        page.addAttribute("selection", query.selection());
        page.addAttribute(
                "query",
                query.selection().isAll() ? "" : "?" + query.selection().query());
        page.addAttribute("heldOut", heldOut);
        page.addAttribute("files", query.text());
        page.addAttribute("everything", query.ofAllAnswers().text());
        page.addAttribute(
                "choices",
                models.of(set.id()).stream()
                        .map(model -> new Choice(model, chosen.isEmpty() || chosen.contains(model.id())))
                        .toList());
        try {
            ComparedModels compared = comparisons.compare(caller, set.id(), query);
            page.addAttribute("compared", compared);
            page.addAttribute("shown", new ComparedPage(compared));
        } catch (Problem problem) {
            problem.tellOn(page);
        }
        return "models/comparison";
    }
}
