package org.c25.reports;

import java.util.List;
import org.c25.accounts.Caller;
import org.c25.accounts.Visible;
import org.c25.figures.CoefficientColumn;
import org.c25.figures.FigureFont;
import org.c25.figures.FigureLook;
import org.c25.figures.Figures;
import org.c25.figures.SelectedSet;
import org.c25.ratings.Repeats;
import org.c25.results.Results;
import org.c25.results.Selection;
import org.c25.results.SelectionQuery;
import org.c25.sets.SetView;
import org.c25.sets.Sets;
import org.c25.web.HeavyStatistics;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Shows the results of a set: one page, whose parts have addresses of their own. */
@Controller
@HeavyStatistics
class ResultsController {

    /** The number of images of a list that the page shows; the file has them all. */
    private static final int SHOWN = 50;

    private final Figures figures;
    private final SelectedSets views;
    private final Sets sets;
    private final Repeats repeats;

    ResultsController(Figures figures, SelectedSets views, Sets sets, Repeats repeats) {
        this.figures = figures;
        this.views = views;
        this.sets = sets;
        this.repeats = repeats;
    }

    @GetMapping("/sets/{set}/results")
    String results(
            @AuthenticationPrincipal Caller caller,
            @Visible SetView set,
            SelectionQuery choice,
            LookQuery looks,
            Model model) {
        SelectedSet view = views.of(caller, set.id(), choice.selection());
        Results everything = views.of(caller, set.id(), Selection.ALL).results();
        model.addAttribute("everybody", everything.raters());
        model.addAttribute("people", everything.ratings().participants());
        model.addAttribute("classes", SelectedSets.classes(everything));
        model.addAttribute("figures", figures.all());
        model.addAttribute("fonts", FigureFont.values());
        model.addAttribute("headline", Headline.of(view.results().statistics()));
        return show(view, looks, model, "reports/results");
    }

    @GetMapping("/sets/{set}/results/coefficients")
    String coefficients(
            @AuthenticationPrincipal Caller caller,
            @Visible SetView set,
            SelectionQuery choice,
            LookQuery looks,
            Model model) {
        SelectedSet view = views.of(caller, set.id(), choice.selection());
        List<CoefficientColumn> columns = figures.coefficients().columns(view);
        model.addAttribute("columns", columns);
        model.addAttribute("groups", CoefficientGroup.of(columns.get(0).coefficients()));
        return show(view, looks, model, "reports/coefficients");
    }

    @GetMapping("/sets/{set}/results/participants")
    String participants(
            @AuthenticationPrincipal Caller caller,
            @Visible SetView set,
            SelectionQuery choice,
            LookQuery looks,
            @RequestParam(defaultValue = "agreement") String by,
            Model model) {
        SelectedSet view = views.of(caller, set.id(), choice.selection());
        model.addAttribute("people", ParticipantTable.of(view, ParticipantTable.Order.ofKey(by)));
        model.addAttribute("orders", ParticipantTable.Order.values());
        return show(view, looks, model, "reports/participants");
    }

    @GetMapping("/sets/{set}/results/self-agreement")
    String selfAgreement(
            @AuthenticationPrincipal Caller caller,
            @Visible SetView set,
            SelectionQuery choice,
            LookQuery looks,
            Model model) {
        SelectedSet view = views.of(caller, set.id(), choice.selection());
        model.addAttribute("self", SelfAgreementTable.of(view, repeats));
        return show(view, looks, model, "reports/self-agreement");
    }

    @GetMapping("/sets/{set}/results/votes")
    String votes(
            @AuthenticationPrincipal Caller caller,
            @Visible SetView set,
            SelectionQuery choice,
            LookQuery looks,
            Model model) {
        SelectedSet view = views.of(caller, set.id(), choice.selection());
        model.addAttribute("votes", MajorityTable.of(view, sets.items(set.id())));
        model.addAttribute("summaries", MajorityTable.summaries(view.results().statistics()));
        model.addAttribute("limit", SHOWN);
        return show(view, looks, model, "reports/votes");
    }

    private static String show(SelectedSet view, LookQuery looks, Model model, String page) {
        FigureLook look = looks.look();
        model.addAttribute("look", look);
        model.addAttribute("query", look.query(view.selection()));
        model.addAttribute("view", view);
        model.addAttribute("set", view.set());
        model.addAttribute("study", view.study());
        return page;
    }
}
