package org.c25.planning;

import org.c25.accounts.Caller;
import org.c25.accounts.Visible;
import org.c25.figures.SelectedSet;
import org.c25.reliability.Reliability;
import org.c25.results.Results;
import org.c25.results.SelectionQuery;
import org.c25.results.SetResults;
import org.c25.sets.SetView;
import org.c25.studies.Studies;
import org.c25.web.HeavyStatistics;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Shows how reliable the answers of a set are. */
@Controller
@HeavyStatistics
class ReliabilityController {

    private final SetResults setResults;
    private final SetReliability reliabilities;
    private final Studies studies;
    private final DecisionStudyCurve curve;

    ReliabilityController(
            SetResults setResults, SetReliability reliabilities, Studies studies, DecisionStudyCurve curve) {
        this.setResults = setResults;
        this.reliabilities = reliabilities;
        this.studies = studies;
        this.curve = curve;
    }

    @GetMapping("/sets/{set}/reliability")
    String show(@AuthenticationPrincipal Caller caller, @Visible SetView set, SelectionQuery choice, Model model) {
        Results results = setResults.results(caller, set.id(), choice.selection());
        Reliability reliability = reliabilities.of(results);
        SelectedSet view = new SelectedSet(caller, studies.require(caller, set.studyId()), set, results);
        model.addAttribute("study", view.study());
        model.addAttribute("set", set);
        model.addAttribute("view", view);
        model.addAttribute("query", view.selection().query());
        model.addAttribute("tables", ReliabilityTable.of(reliability));
        model.addAttribute("reliability", reliability);
        model.addAttribute("figure", curve);
        return "planning/reliability";
    }
}
