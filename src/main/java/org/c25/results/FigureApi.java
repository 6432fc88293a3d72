package org.c25.results;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.c25.accounts.Caller;
import org.c25.agreement.Selection;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The figures of a set, as pictures and as the numbers behind them. */
@RestController
@Tag(name = "Staff")
class FigureApi {

    private static final MediaType SVG = MediaType.parseMediaType("image/svg+xml;charset=UTF-8");
    private static final MediaType CSV = MediaType.parseMediaType("text/csv;charset=UTF-8");

    private final Figures figures;
    private final Views views;

    FigureApi(Figures figures, Views views) {
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

    @Operation(
            summary = "A figure as SVG",
            description =
                    "out: a place whose participant is left out, as often as needed. complete: only participants who"
                            + " answered every image. class: affectnet- or majority- and an expression, such as affectnet-fear.")
    @GetMapping({"/api/v1/sets/{set}/figures/{name}.svg", "/sets/{set}/results/figures/{name}.svg"})
    ResponseEntity<byte[]> picture(
            @AuthenticationPrincipal Caller caller,
            @PathVariable long set,
            @PathVariable String name,
            @RequestParam(required = false) @Nullable Set<Integer> out,
            @RequestParam(defaultValue = "false") boolean complete,
            @RequestParam(name = "class", required = false) @Nullable String images) {
        Figure figure = figures.require(name);
        View view = views.of(caller, set, Selection.of(out, complete, images));
        return file(view.filename(name, "svg"), SVG, figure.of(view).svg());
    }

    @Operation(summary = "The numbers behind a figure, as CSV")
    @GetMapping({"/api/v1/sets/{set}/figures/{name}.csv", "/sets/{set}/results/figures/{name}.csv"})
    ResponseEntity<byte[]> numbers(
            @AuthenticationPrincipal Caller caller,
            @PathVariable long set,
            @PathVariable String name,
            @RequestParam(required = false) @Nullable Set<Integer> out,
            @RequestParam(defaultValue = "false") boolean complete,
            @RequestParam(name = "class", required = false) @Nullable String images) {
        Figure figure = figures.require(name);
        View view = views.of(caller, set, Selection.of(out, complete, images));
        return file(
                view.filename(name, "csv"),
                CSV,
                figure.of(view).table().csv(view.selection().words()));
    }

    /** It may be shown again as it is, once the server has said that nothing has changed. */
    private static ResponseEntity<byte[]> file(String name, MediaType type, String text) {
        return ResponseEntity.ok()
                .contentType(type)
                .cacheControl(CacheControl.noCache().cachePrivate())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.inline().filename(name).build().toString())
                .body(text.getBytes(StandardCharsets.UTF_8));
    }
}
