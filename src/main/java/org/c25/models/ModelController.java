package org.c25.models;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.stream.Stream;
import org.c25.accounts.Caller;
import org.c25.agreement.Choice;
import org.c25.agreement.Results;
import org.c25.agreement.Selection;
import org.c25.studies.Studies;
import org.c25.web.HeavyStatistics;
import org.c25.web.Problem;
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
    private final Studies studies;

    ModelController(Models models, Studies studies) {
        this.models = models;
        this.studies = studies;
    }

    /** @param cells by each measure */
    record Row(ModelView model, int predicted, List<Words.Cell> cells) {}

    /** Between what participants lie by one measure. */
    record People(String median, String ends) {

        static People of(Range range) {
            return new People(
                    Words.number(range.median()),
                    range.people() == 0 ? "" : Words.ends(range) + ", of " + range.people());
        }
    }

    @HeavyStatistics
    @GetMapping("/sets/{id}/results/models")
    String all(@AuthenticationPrincipal Caller caller, @PathVariable long id, Choice choice, Model page) {
        return all(caller, id, choice.selection(), page);
    }

    private String all(Caller caller, long id, Selection selection, Model page) {
        Overview overview = models.overview(caller, id, selection);
        page.addAttribute("measures", Measure.values());
        page.addAttribute("codings", Coding.values());
        page.addAttribute("images", overview.images());
        page.addAttribute("people", overview.people().size());
        page.addAttribute(
                "ranges",
                Stream.of(Measure.values())
                        .map(measure -> People.of(overview.range(measure)))
                        .toList());
        page.addAttribute(
                "models",
                overview.models().stream()
                        .map(line -> new Row(line.model(), line.predicted(), Words.cells(line.together())))
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

    /** With its question mark; empty for everything. */
    private static String query(Selection selection) {
        return selection.isAll() ? "" : "?" + selection.query();
    }

    @PostMapping(path = "/sets/{id}/results/models", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    String add(
            @AuthenticationPrincipal Caller caller,
            @PathVariable long id,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(required = false) @Nullable MultipartFile predictions,
            @RequestParam(defaultValue = "") String coding,
            @RequestParam(defaultValue = "") String note,
            Choice choice,
            Model page,
            RedirectAttributes flash)
            throws IOException {
        Selection selection = choice.selection();
        try (InputStream in = predictions == null ? InputStream.nullInputStream() : predictions.getInputStream()) {
            Models.Added added = models.add(caller, id, name, note, coding, in);
            flash.addFlashAttribute("done", added.model().name() + " is added: " + added.words() + ".");
            return "redirect:/sets/" + id + "/results/models" + query(selection);
        } catch (Problem problem) {
            problem.tellOn(page);
            page.addAttribute("name", name);
            page.addAttribute("coding", coding);
            page.addAttribute("note", note);
            return all(caller, id, selection, page);
        }
    }

    /** {@code sort}: as {@link ParticipantOrder} has it. */
    @HeavyStatistics
    @GetMapping("/sets/{id}/results/models/{model}")
    String one(
            @AuthenticationPrincipal Caller caller,
            @PathVariable long id,
            @PathVariable long model,
            Choice choice,
            @RequestParam(required = false) @Nullable String sort,
            Model page) {
        Models.Detail detail = models.look(caller, id, model, choice.selection());
        page.addAttribute("shown", new ModelPage(detail, ParticipantOrder.of(sort)));
        page.addAttribute("columns", ParticipantOrder.columns());
        return show(caller, detail.results(), page, "models/model");
    }

    @PostMapping("/sets/{id}/results/models/{model}/removal")
    String remove(
            @AuthenticationPrincipal Caller caller,
            @PathVariable long id,
            @PathVariable long model,
            RedirectAttributes flash) {
        flash.addFlashAttribute("done", models.remove(caller, id, model).name() + " is removed.");
        return "redirect:/sets/" + id + "/results/models";
    }
}
