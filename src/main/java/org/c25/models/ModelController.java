package org.c25.models;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.c25.accounts.Caller;
import org.c25.accounts.Visible;
import org.c25.common.Numbers;
import org.c25.common.Problem;
import org.c25.comparison.ComparisonMeasure;
import org.c25.comparison.ParticipantRange;
import org.c25.predictions.LabelScheme;
import org.c25.predictions.ModelCard;
import org.c25.predictions.ModelView;
import org.c25.predictions.Models;
import org.c25.results.Results;
import org.c25.results.Selection;
import org.c25.results.SelectionQuery;
import org.c25.sets.SetView;
import org.c25.studies.Studies;
import org.c25.web.HeavyStatistics;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page of a set's models, with the form for another one, and the page of each. */
@Controller
class ModelController {

    private final Models models;
    private final ModelComparisons comparisons;
    private final Studies studies;

    ModelController(Models models, ModelComparisons comparisons, Studies studies) {
        this.models = models;
        this.comparisons = comparisons;
        this.studies = studies;
    }

    /**
     * A model's row in the table.
     *
     * @param cells the figures by each measure
     */
    record Row(ModelView model, int predicted, int trainedOn, List<ComparisonText.Cell> cells) {}

    /** The range in which participants lie by one measure. */
    record People(String median, String ends) {

        static People of(ParticipantRange range) {
            return new People(
                    Numbers.coefficient(range.median()),
                    range.people() == 0 ? "" : ComparisonText.ends(range) + ", of " + range.people());
        }
    }

    @HeavyStatistics
    @GetMapping("/sets/{set}/results/models")
    String all(@AuthenticationPrincipal Caller caller, @Visible SetView set, SelectionQuery choice, Model page) {
        return all(caller, set, choice.selection(), page);
    }

    private String all(Caller caller, SetView set, Selection selection, Model page) {
        ModelsOverview overview = comparisons.overview(caller, set.id(), selection);
        page.addAttribute("measures", ComparisonMeasure.HEADLINES);
        page.addAttribute("codings", LabelScheme.values());
        page.addAttribute("images", overview.images());
        page.addAttribute("people", overview.people().size());
        page.addAttribute(
                "ranges",
                ComparisonMeasure.HEADLINES.stream()
                        .map(measure -> People.of(overview.range(measure)))
                        .toList());
        page.addAttribute(
                "models",
                overview.models().stream()
                        .map(line -> new Row(
                                line.model(),
                                line.predicted(),
                                line.trainedOn(),
                                ComparisonText.cells(line.together())))
                        .toList());
        return show(caller, overview.results(), page, "models/models");
    }

    private String show(Caller caller, Results results, Model page, String view) {
        Selection selection = results.selection();
        page.addAttribute("set", results.set());
        page.addAttribute("study", studies.require(caller, results.set().studyId()));
        page.addAttribute("selection", selection);
        page.addAttribute("query", query(selection));
        return view;
    }

    /** Returns the query of an address, with its question mark; empty for all answers. */
    private static String query(Selection selection) {
        return selection.isAll() ? "" : "?" + selection.query();
    }

    @PostMapping(path = "/sets/{set}/results/models", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    String add(
            @AuthenticationPrincipal Caller caller,
            @Visible SetView set,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(required = false) @Nullable MultipartFile predictions,
            @RequestParam(required = false) @Nullable MultipartFile card,
            @RequestParam(defaultValue = "") String coding,
            @RequestParam(defaultValue = "") String note,
            SelectionQuery choice,
            Model page,
            RedirectAttributes flash)
            throws IOException {
        Selection selection = choice.selection();
        try (InputStream in = predictions == null ? InputStream.nullInputStream() : predictions.getInputStream()) {
            Models.Added added = models.add(caller, set.id(), name, note, coding, in, ModelCard.bytes(card));
            flash.addFlashAttribute(
                    "done",
                    added.model().name() + " is added: " + added.words() + ". "
                            + added.upload().columns().sentence());
            return "redirect:/sets/" + set.id() + "/results/models" + query(selection);
        } catch (Problem problem) {
            problem.tellOn(page);
            page.addAttribute("name", name);
            page.addAttribute("coding", coding);
            page.addAttribute("note", note);
            return all(caller, set, selection, page);
        }
    }

    /** Shows one model. {@code sort} is a key of {@link ParticipantOrder}. */
    @HeavyStatistics
    @GetMapping("/sets/{set}/results/models/{model}")
    String one(
            @AuthenticationPrincipal Caller caller,
            @Visible SetView set,
            @PathVariable long model,
            SelectionQuery choice,
            @RequestParam(defaultValue = "false") boolean heldOut,
            @RequestParam(required = false) @Nullable String sort,
            Model page) {
        ModelDetail detail = comparisons.look(caller, set.id(), model, choice.selection(), heldOut);
        page.addAttribute("shown", new ModelPage(detail, ParticipantOrder.of(sort)));
        page.addAttribute("columns", ParticipantOrder.columns());
        show(caller, detail.results(), page, "models/model");
        page.addAttribute("everything", query(choice.selection()));
        page.addAttribute("heldOut", new ComparedQuery(List.of(), choice.selection(), true).text());
        page.addAttribute("query", new ComparedQuery(List.of(), choice.selection(), heldOut).text());
        return "models/model";
    }

    @PostMapping("/sets/{set}/results/models/{model}/removal")
    String remove(
            @AuthenticationPrincipal Caller caller,
            @Visible SetView set,
            @PathVariable long model,
            RedirectAttributes flash) {
        flash.addFlashAttribute("done", models.remove(caller, set.id(), model).name() + " is removed.");
        return "redirect:/sets/" + set.id() + "/results/models";
    }
}
