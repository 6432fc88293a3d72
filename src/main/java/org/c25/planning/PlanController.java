package org.c25.planning;

import java.util.function.Function;
import org.c25.accounts.Caller;
import org.c25.accounts.Visible;
import org.c25.common.Problem;
import org.c25.planning.Plans.Plan;
import org.c25.sets.SetView;
import org.c25.studies.Studies;
import org.c25.web.HeavyStatistics;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Shows how many raters and images a study needs. The question stands in the address; nothing is stored. */
@Controller
@HeavyStatistics
class PlanController {

    private final Plans plans;
    private final Studies studies;

    PlanController(Plans plans, Studies studies) {
        this.plans = plans;
        this.studies = studies;
    }

    @GetMapping("/plan")
    String assumed(PlanQuery typed, Model model) {
        return show(Plans.filled(typed), plans::assumed, null, model);
    }

    @GetMapping("/sets/{set}/plan")
    String fromSet(@AuthenticationPrincipal Caller caller, @Visible SetView set, PlanQuery typed, Model model) {
        model.addAttribute("study", studies.require(caller, set.studyId()));
        return show(plans.filled(caller, set, typed), query -> plans.of(caller, set, query), set, model);
    }

    private static String show(PlanQuery query, Function<PlanQuery, Plan> how, @Nullable SetView set, Model model) {
        PlanKind kind = PlanKind.ofKey(String.valueOf(query.of()), Plans.kinds(set != null))
                .orElse(Plans.kinds(set != null).get(0));
        model.addAttribute("set", set);
        model.addAttribute("path", set == null ? "/plan" : "/sets/" + set.id() + "/plan");
        model.addAttribute("form", query);
        model.addAttribute("kind", kind);
        model.addAttribute("kinds", Plans.kinds(set != null));
        try {
            Plan plan = how.apply(query);
            model.addAttribute("words", plan.plan().isPresent() ? PlanWords.of(plan) : null);
            model.addAttribute("query", query.query(kind));
            model.addAttribute(
                    "assumptions", Plans.assumptions(plan).query(kind.isExpression() ? kind : PlanKind.SCALE));
        } catch (Problem problem) {
            problem.tellOn(model);
        }
        return "planning/plan";
    }
}
