package org.c25.reports;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import org.c25.accounts.Caller;
import org.c25.accounts.Visible;
import org.c25.downloads.Downloads;
import org.c25.downloads.FileOrder;
import org.c25.figures.Figure;
import org.c25.figures.FigureLook;
import org.c25.figures.Figures;
import org.c25.figures.SelectedSet;
import org.c25.results.Selection;
import org.c25.results.SelectionQuery;
import org.c25.sets.SetView;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.View;

/**
 * Serves figures as PNG, and all of them in one ZIP. Both take memory while they are made, so they are made and sent as
 * large files are.
 */
@RestController
@Tag(name = "Staff")
class FigureFileApi {

    private static final MediaType ZIP = MediaType.parseMediaType("application/zip");

    private final Figures figures;
    private final SelectedSets views;
    private final FigureArchive archive;
    private final Downloads downloads;

    FigureFileApi(Figures figures, SelectedSets views, FigureArchive archive, Downloads downloads) {
        this.figures = figures;
        this.views = views;
        this.archive = archive;
        this.downloads = downloads;
    }

    @Operation(
            summary = "A figure as PNG, of all answers or of those chosen, in the usual width and font or another",
            description = "Three pixels for one of the width: 288 to the inch. 409 if the server has no fonts.")
    @GetMapping({"/api/v1/sets/{set}/figures/{name}.png", "/sets/{set}/results/figures/{name}.png"})
    View png(
            @AuthenticationPrincipal Caller caller,
            @Visible SetView set,
            @PathVariable String name,
            @ParameterObject SelectionQuery choice,
            @ParameterObject LookQuery looks,
            HttpServletRequest request) {
        Figure figure = figures.require(name);
        Selection selection = choice.selection();
        FigureLook look = looks.look();
        FileOrder.Content content = (out, progress) -> {
            progress.tell("Drawing the figure");
            SelectedSet view = views.of(caller, set.id(), selection);
            out.write(FigurePng.of(figure.of(view, look).svg()));
        };
        String filename = SelectedSet.filename(set, selection, name, "png");
        return reply(request, caller, set, look.query(selection), filename, MediaType.IMAGE_PNG, content);
    }

    @Operation(
            summary = "All figures in one ZIP, each as SVG and PNG with the numbers behind it as CSV",
            description = "Without the PNG if the server has no fonts.")
    @GetMapping({"/api/v1/sets/{set}/figures.zip", "/sets/{set}/results/figures.zip"})
    View zip(
            @AuthenticationPrincipal Caller caller,
            @Visible SetView set,
            @ParameterObject SelectionQuery choice,
            @ParameterObject LookQuery looks,
            HttpServletRequest request) {
        Selection selection = choice.selection();
        FigureLook look = looks.look();
        FileOrder.Content content = (out, progress) -> {
            progress.tell("Computing the statistics");
            archive.write(views.of(caller, set.id(), selection), look, out, progress);
        };
        String filename = SelectedSet.filename(set, selection, "figures", "zip");
        return reply(request, caller, set, look.query(selection), filename, ZIP, content);
    }

    /** Replies with a file, which is drawn when its turn comes. */
    private View reply(
            HttpServletRequest request,
            Caller caller,
            SetView set,
            String query,
            String filename,
            MediaType type,
            FileOrder.Content content) {
        String page = "/sets/" + set.id() + "/results" + (query.isEmpty() ? "" : "?" + query);
        String address = request.getServletPath() + "?" + query;
        return downloads.reply(request, caller, new FileOrder(address, filename, type, page, content, () -> {}));
    }
}
