package org.c25.agreementdetail;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import org.c25.accounts.Caller;
import org.c25.accounts.Visible;
import org.c25.downloads.Downloads;
import org.c25.downloads.FileOrder;
import org.c25.figures.FigureTable;
import org.c25.figures.SelectedSet;
import org.c25.results.Selection;
import org.c25.results.SelectionQuery;
import org.c25.results.SetResults;
import org.c25.sets.SetView;
import org.c25.web.HeavyStatistics;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.View;

/** Serves the agreement in detail to programs, and as CSV, which is made and sent as large files are. */
@RestController
@Tag(name = "Staff")
class AgreementDetailApi {

    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);

    private final SetResults setResults;
    private final AgreementDetails details;
    private final Downloads downloads;

    AgreementDetailApi(SetResults setResults, AgreementDetails details, Downloads downloads) {
        this.setResults = setResults;
        this.details = details;
        this.downloads = downloads;
    }

    @Operation(
            summary = "Agreement in detail: by expression, by class of images, by group of raters",
            description =
                    "Every coefficient has three intervals of 95 %: over images (the same raters), over raters (the same images), "
                            + "and over both, which is the one for people and images in general. A part with fewer than ten images "
                            + "or two raters has no figures, and says why in `undefined`.")
    @GetMapping("/api/v1/sets/{set}/agreement-detail")
    @HeavyStatistics
    AgreementDetailView of(
            @AuthenticationPrincipal Caller caller, @Visible SetView set, @ParameterObject SelectionQuery choice) {
        return details.view(caller, setResults.results(caller, set.id(), choice.selection()));
    }

    @Operation(summary = "Agreement in detail as CSV, all tables below each other")
    @GetMapping({"/api/v1/sets/{set}/agreement-detail.csv", "/sets/{set}/agreement-detail.csv"})
    View table(
            @AuthenticationPrincipal Caller caller,
            @Visible SetView set,
            @ParameterObject SelectionQuery choice,
            HttpServletRequest request) {
        Selection selection = choice.selection();
        FileOrder order = new FileOrder(
                request.getServletPath() + "?" + selection.query(),
                SelectedSet.filename(set, selection, "agreement-detail", "csv"),
                CSV,
                "/sets/" + set.id() + "/agreement-detail" + (selection.isAll() ? "" : "?" + selection.query()),
                (out, progress) -> {
                    progress.tell("Computing the statistics");
                    write(details.view(caller, setResults.results(caller, set.id(), selection)), out);
                },
                () -> {});
        return downloads.reply(request, caller, order);
    }

    private static void write(AgreementDetailView view, OutputStream out) throws IOException {
        FigureTable table = new FigureTable(AgreementDetailView.columns().toArray(String[]::new));
        view.cells().forEach(cells -> table.row(cells.toArray()));
        BufferedWriter writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        table.write(writer, view.selection());
        writer.flush();
    }
}
