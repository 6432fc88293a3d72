package org.c25.reports;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.c25.accounts.Caller;
import org.c25.accounts.Visible;
import org.c25.figures.Figure;
import org.c25.figures.FigureLook;
import org.c25.figures.Figures;
import org.c25.figures.SelectedSet;
import org.c25.results.SelectionQuery;
import org.c25.sets.SetView;
import org.c25.web.HeavyStatistics;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The figures of a set, as pictures. */
@RestController
@Tag(name = "Staff")
class FigureApi {

    private static final MediaType SVG = MediaType.parseMediaType("image/svg+xml;charset=UTF-8");

    private final Figures figures;
    private final SelectedSets views;

    FigureApi(Figures figures, SelectedSets views) {
        this.figures = figures;
        this.views = views;
    }

    record FigureView(String name, String title, String about) {}

    @Operation(summary = "The figures that there are of every set")
    @GetMapping("/api/v1/figures")
    List<FigureView> figures() {
        return figures.all().stream()
                .map(figure -> new FigureView(figure.name(), figure.title(), figure.about()))
                .toList();
    }

    /** Returns a figure as SVG. It is made in memory: its size has a bound, whatever the size of the set. */
    @HeavyStatistics
    @Operation(summary = "A figure as SVG, of all answers or of those chosen, in the usual width and font or another")
    @GetMapping({"/api/v1/sets/{set}/figures/{name}.svg", "/sets/{set}/results/figures/{name}.svg"})
    ResponseEntity<byte[]> picture(
            @AuthenticationPrincipal Caller caller,
            @Visible SetView set,
            @PathVariable String name,
            @ParameterObject SelectionQuery choice,
            @ParameterObject LookQuery looks) {
        Figure figure = figures.require(name);
        FigureLook look = looks.look();
        SelectedSet view = views.of(caller, set.id(), choice.selection());
        return file(view.filename(name, "svg"), figure.of(view, look).svg());
    }

    /**
     * Returns the answer with a file. Browsers may show it again as it is, once the server has said that nothing has
     * changed.
     */
    private static ResponseEntity<byte[]> file(String name, String text) {
        return ResponseEntity.ok()
                .contentType(SVG)
                .cacheControl(CacheControl.noCache().cachePrivate())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.inline().filename(name).build().toString())
                .body(text.getBytes(StandardCharsets.UTF_8));
    }
}
