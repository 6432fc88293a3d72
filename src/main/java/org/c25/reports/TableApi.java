package org.c25.reports;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;
import org.c25.accounts.Caller;
import org.c25.accounts.Visible;
import org.c25.downloads.Downloads;
import org.c25.downloads.FileOrder;
import org.c25.figures.Figure;
import org.c25.figures.FigureLook;
import org.c25.figures.FigureTable;
import org.c25.figures.Figures;
import org.c25.figures.SelectedSet;
import org.c25.ratings.Repeats;
import org.c25.results.Selection;
import org.c25.results.SelectionQuery;
import org.c25.sets.SetView;
import org.c25.sets.Sets;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.View;

/**
 * Serves the numbers behind figures and pages, as CSV. They grow with the set, so they are made and sent as large files
 * are.
 */
@RestController
@Tag(name = "Staff")
class TableApi {

    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);

    private final Figures figures;
    private final SelectedSets views;
    private final Sets sets;
    private final Repeats repeats;
    private final Downloads downloads;

    TableApi(Figures figures, SelectedSets views, Sets sets, Repeats repeats, Downloads downloads) {
        this.figures = figures;
        this.views = views;
        this.sets = sets;
        this.repeats = repeats;
        this.downloads = downloads;
    }

    @Operation(summary = "The numbers behind a figure, as CSV")
    @GetMapping({"/api/v1/sets/{set}/figures/{name}.csv", "/sets/{set}/results/figures/{name}.csv"})
    View numbers(
            @AuthenticationPrincipal Caller caller,
            @Visible SetView set,
            @PathVariable String name,
            @ParameterObject SelectionQuery choice,
            HttpServletRequest request) {
        Figure figure = figures.require(name);
        return table(
                request,
                caller,
                set,
                choice,
                name,
                view -> figure.of(view, FigureLook.USUAL).table());
    }

    @Operation(
            summary =
                    "The majority vote of every image beside the label that Dawid and Skene's model estimates, as CSV",
            description =
                    "A row an image: votes, share, tie, entropy, the estimated label, its probability and those of all eight"
                            + " expressions.")
    @GetMapping({"/api/v1/sets/{set}/votes.csv", "/sets/{set}/results/votes.csv"})
    View votes(
            @AuthenticationPrincipal Caller caller,
            @Visible SetView set,
            @ParameterObject SelectionQuery choice,
            HttpServletRequest request) {
        return table(
                request,
                caller,
                set,
                choice,
                "votes",
                view -> MajorityTable.of(view, sets.items(set.id())).table());
    }

    @Operation(summary = "How each participant answered and how far they agree with the others, as CSV")
    @GetMapping({"/api/v1/sets/{set}/participants.csv", "/sets/{set}/results/participants.csv"})
    View participants(
            @AuthenticationPrincipal Caller caller,
            @Visible SetView set,
            @ParameterObject SelectionQuery choice,
            HttpServletRequest request) {
        return table(
                request,
                caller,
                set,
                choice,
                "participants",
                view -> ParticipantTable.of(view, ParticipantTable.Order.AGREEMENT)
                        .table());
    }

    @Operation(summary = "How far each participant agrees with themself on the images that they saw twice, as CSV")
    @GetMapping({"/api/v1/sets/{set}/self-agreement.csv", "/sets/{set}/results/self-agreement.csv"})
    View selfAgreement(
            @AuthenticationPrincipal Caller caller,
            @Visible SetView set,
            @ParameterObject SelectionQuery choice,
            HttpServletRequest request) {
        return table(
                request,
                caller,
                set,
                choice,
                "self-agreement",
                view -> SelfAgreementTable.of(view, repeats).table());
    }

    /**
     * Replies with a table. The statistics are computed when the download has its turn, and hold no connection
     * meanwhile.
     */
    private View table(
            HttpServletRequest request,
            Caller caller,
            SetView set,
            SelectionQuery choice,
            String name,
            Function<SelectedSet, FigureTable> numbers) {
        Selection selection = choice.selection();
        FileOrder order = new FileOrder(
                request.getServletPath() + "?" + selection.query(),
                SelectedSet.filename(set, selection, name, "csv"),
                CSV,
                "/sets/" + set.id() + "/results" + (selection.isAll() ? "" : "?" + selection.query()),
                (out, progress) -> {
                    progress.tell("Computing the statistics");
                    SelectedSet view = views.of(caller, set.id(), selection);
                    write(numbers.apply(view), view.selection().words(), out);
                },
                () -> {});
        return downloads.reply(request, caller, order);
    }

    private static void write(FigureTable table, String selection, OutputStream out) throws IOException {
        BufferedWriter writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        table.write(writer, selection);
        writer.flush();
    }
}
