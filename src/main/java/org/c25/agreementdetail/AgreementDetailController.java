package org.c25.agreementdetail;

import org.c25.accounts.Caller;
import org.c25.accounts.Visible;
import org.c25.agreement.Estimate;
import org.c25.common.Numbers;
import org.c25.concordance.DetailedCoefficient;
import org.c25.figures.SelectedSet;
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

/** Shows the agreement of a set in detail: one page, whose parts have addresses of their own. */
@Controller
@HeavyStatistics
class AgreementDetailController {

    private final SetResults setResults;
    private final AgreementDetails details;
    private final Studies studies;

    AgreementDetailController(SetResults setResults, AgreementDetails details, Studies studies) {
        this.setResults = setResults;
        this.details = details;
        this.studies = studies;
    }

    /** The intervals as the page words them. */
    public static final class Words {

        /** Returns an interval, such as {@code 0.381 to 0.445}; – if there is none. */
        public String range(Estimate estimate) {
            return estimate.hasInterval()
                    ? Numbers.coefficient(estimate.low()) + " to " + Numbers.coefficient(estimate.high())
                    : Numbers.NONE;
        }

        /** Returns the mark of a coefficient whose warning is in its title. */
        public String mark(DetailedCoefficient one) {
            return one.basis().isSmall() ? "few" : "no interval";
        }

        /** Whether the interval of a difference leaves out 0. */
        public boolean isBeyondZero(Estimate estimate) {
            return estimate.hasInterval() && (estimate.low() > 0 || estimate.high() < 0);
        }
    }

    @GetMapping("/sets/{set}/agreement-detail")
    String detail(@AuthenticationPrincipal Caller caller, @Visible SetView set, SelectionQuery choice, Model model) {
        return show(caller, set, choice, model, "agreementdetail/detail");
    }

    @GetMapping("/sets/{set}/agreement-detail/coefficients")
    String coefficients(
            @AuthenticationPrincipal Caller caller, @Visible SetView set, SelectionQuery choice, Model model) {
        SetDetail detail = details.of(results(caller, set, choice));
        model.addAttribute("main", detail.main());
        model.addAttribute("further", detail.further());
        return show(caller, set, choice, model, "agreementdetail/coefficients");
    }

    @GetMapping("/sets/{set}/agreement-detail/categories")
    String categories(
            @AuthenticationPrincipal Caller caller, @Visible SetView set, SelectionQuery choice, Model model) {
        model.addAttribute("parts", details.of(results(caller, set, choice)).categories());
        return show(caller, set, choice, model, "agreementdetail/categories");
    }

    @GetMapping("/sets/{set}/agreement-detail/classes")
    String classes(@AuthenticationPrincipal Caller caller, @Visible SetView set, SelectionQuery choice, Model model) {
        model.addAttribute("parts", details.of(results(caller, set, choice)).classes());
        return show(caller, set, choice, model, "agreementdetail/classes");
    }

    @GetMapping("/sets/{set}/agreement-detail/groups")
    String groups(@AuthenticationPrincipal Caller caller, @Visible SetView set, SelectionQuery choice, Model model) {
        model.addAttribute("groupings", details.groups(caller, results(caller, set, choice)));
        return show(caller, set, choice, model, "agreementdetail/groups");
    }

    private Results results(Caller caller, SetView set, SelectionQuery choice) {
        return setResults.results(caller, set.id(), choice.selection()).requirePeople();
    }

    private String show(Caller caller, SetView set, SelectionQuery choice, Model model, String page) {
        Results results = results(caller, set, choice);
        model.addAttribute("set", set);
        model.addAttribute("study", studies.require(caller, set.studyId()));
        model.addAttribute("view", new SelectedSet(caller, studies.require(caller, set.studyId()), set, results));
        model.addAttribute("nobody", results.raters().isEmpty());
        String query = results.selection().query();
        model.addAttribute("query", query.isEmpty() ? "" : "?" + query);
        model.addAttribute("words", new Words());
        return page;
    }
}
