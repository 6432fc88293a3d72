package org.c25.ratermodels;

import java.util.Optional;
import java.util.function.Function;
import org.c25.accounts.Caller;
import org.c25.accounts.Visible;
import org.c25.common.Numbers;
import org.c25.common.Problem;
import org.c25.crowd.LabelModel;
import org.c25.results.Results;
import org.c25.results.SelectionQuery;
import org.c25.results.SetResults;
import org.c25.sets.SetView;
import org.c25.sets.Sets;
import org.c25.studies.Studies;
import org.c25.web.HeavyStatistics;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Shows the models of a set's raters, one at a time. While one is being estimated, its page says so and asks again. */
@Controller
@HeavyStatistics
class RaterModelsController {

    /** The number of images of a list that the page shows; the files have them all. */
    private static final int SHOWN = 50;

    private final RaterModels models;
    private final SetResults setResults;
    private final Studies studies;
    private final Sets sets;

    RaterModelsController(RaterModels models, SetResults setResults, Studies studies, Sets sets) {
        this.models = models;
        this.setResults = setResults;
        this.studies = studies;
        this.sets = sets;
    }

    @GetMapping("/sets/{set}/rater-models")
    String page(
            @AuthenticationPrincipal Caller caller,
            @Visible SetView set,
            @RequestParam(required = false) @Nullable String model,
            SelectionQuery choice,
            Model page) {
        RaterModel chosen = model == null || model.isEmpty()
                ? RaterModel.USUAL
                : RaterModel.ofKey(model).orElseThrow(() -> Problem.notFound("model of raters"));
        Results results = show(caller, set, choice, chosen.key(), page);
        page.addAttribute("chosen", chosen);
        page.addAttribute("limit", SHOWN);
        if (isNothing(results, page)) {
            return "ratermodels/nothing";
        }
        LabelModel labels = chosen.labels();
        return labels == null
                ? show(
                        models.scale(results, chosen.dimension()),
                        fit -> ScalePage.of(fit.value(), fit.results(), sets.items(set.id())),
                        results,
                        "ratermodels/scale",
                        page)
                : show(
                        models.labels(results, labels),
                        fit -> LabelPage.of(fit.value(), fit.results(), sets.items(set.id())),
                        results,
                        "ratermodels/labels",
                        page);
    }

    @GetMapping("/sets/{set}/rater-models/calibration")
    String calibration(
            @AuthenticationPrincipal Caller caller, @Visible SetView set, SelectionQuery choice, Model page) {
        Results results = show(caller, set, choice, ModelFits.CALIBRATION, page);
        return isNothing(results, page)
                ? "ratermodels/nothing"
                : show(
                        models.calibrations(results),
                        fit -> CalibrationPage.of(fit.value()),
                        results,
                        "ratermodels/calibration",
                        page);
    }

    /** Whether there is nothing to estimate, and puts into words why. */
    private static boolean isNothing(Results results, Model page) {
        Optional<String> why = RaterModels.whyNone(results);
        page.addAttribute("why", why.orElse(""));
        return why.isPresent();
    }

    private Results show(Caller caller, SetView set, SelectionQuery choice, String key, Model page) {
        Results results = setResults.results(caller, set.id(), choice.selection());
        page.addAttribute("set", results.set());
        page.addAttribute("study", studies.require(caller, set.studyId()));
        page.addAttribute("selection", results.selection());
        page.addAttribute("query", results.selection().query());
        page.addAttribute("models", RaterModel.all());
        page.addAttribute("key", key);
        return results;
    }

    private static <T> String show(
            Optional<LastFit<T>> last, Function<LastFit<T>, ?> words, Results results, String view, Model page) {
        if (last.isEmpty()) {
            return "ratermodels/computing";
        }
        page.addAttribute("fit", words.apply(last.get()));
        page.addAttribute("answers", Numbers.count(last.get().answers(), "answer"));
        page.addAttribute("since", last.get().since(results));
        return view;
    }
}
