package org.c25.results;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.c25.accounts.Caller;
import org.c25.agreement.Choice;
import org.c25.agreement.Repeats;
import org.c25.sets.Sets;
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

/** The figures of a set, as pictures and as the numbers behind them. */
@RestController
@Tag(name = "Staff")
class FigureApi {

    private static final MediaType SVG = MediaType.parseMediaType("image/svg+xml;charset=UTF-8");
    private static final MediaType CSV = MediaType.parseMediaType("text/csv;charset=UTF-8");

    private final Figures figures;
    private final Views views;
    private final Sets sets;
    private final Repeats repeats;

    FigureApi(Figures figures, Views views, Sets sets, Repeats repeats) {
        this.figures = figures;
        this.views = views;
        this.sets = sets;
        this.repeats = repeats;
    }

    record FigureView(String name, String title, String about) {}

    @Operation(summary = "The figures that there are of every set")
    @GetMapping("/api/v1/figures")
    List<FigureView> figures() {
        return figures.all().stream()
                .map(figure -> new FigureView(figure.name(), figure.title(), figure.about()))
                .toList();
    }

    @Operation(summary = "A figure as SVG, of all answers or of those chosen")
    @GetMapping({"/api/v1/sets/{set}/figures/{name}.svg", "/sets/{set}/results/figures/{name}.svg"})
    ResponseEntity<byte[]> picture(
            @AuthenticationPrincipal Caller caller,
            @PathVariable long set,
            @PathVariable String name,
            @ParameterObject Choice choice) {
        Figure figure = figures.require(name);
        View view = views.of(caller, set, choice.selection());
        return file(view.filename(name, "svg"), SVG, figure.of(view).svg());
    }

    @Operation(summary = "The numbers behind a figure, as CSV")
    @GetMapping({"/api/v1/sets/{set}/figures/{name}.csv", "/sets/{set}/results/figures/{name}.csv"})
    ResponseEntity<byte[]> numbers(
            @AuthenticationPrincipal Caller caller,
            @PathVariable long set,
            @PathVariable String name,
            @ParameterObject Choice choice) {
        Figure figure = figures.require(name);
        View view = views.of(caller, set, choice.selection());
        return table(view, name, figure.of(view).table());
    }

    @Operation(
            summary =
                    "The majority vote of every image beside the label that Dawid and Skene's model estimates, as CSV",
            description =
                    "A row an image: votes, share, tie, entropy, the estimated label, its probability and those of all eight"
                            + " expressions.")
    @GetMapping({"/api/v1/sets/{set}/votes.csv", "/sets/{set}/results/votes.csv"})
    ResponseEntity<byte[]> votes(
            @AuthenticationPrincipal Caller caller, @PathVariable long set, @ParameterObject Choice choice) {
        View view = views.of(caller, set, choice.selection());
        return table(view, "votes", Votes.of(view, sets.items(set)).table());
    }

    @Operation(summary = "How each participant answered and how far they agree with the others, as CSV")
    @GetMapping({"/api/v1/sets/{set}/participants.csv", "/sets/{set}/results/participants.csv"})
    ResponseEntity<byte[]> participants(
            @AuthenticationPrincipal Caller caller, @PathVariable long set, @ParameterObject Choice choice) {
        View view = views.of(caller, set, choice.selection());
        return table(
                view, "participants", People.of(view, People.Order.AGREEMENT).table());
    }

    @Operation(summary = "How far each participant agrees with themself on the images that they saw twice, as CSV")
    @GetMapping({"/api/v1/sets/{set}/self-agreement.csv", "/sets/{set}/results/self-agreement.csv"})
    ResponseEntity<byte[]> selfAgreement(
            @AuthenticationPrincipal Caller caller, @PathVariable long set, @ParameterObject Choice choice) {
        View view = views.of(caller, set, choice.selection());
        return table(view, "self-agreement", Steadiness.of(view, repeats).table());
    }

    private static ResponseEntity<byte[]> table(View view, String name, Table table) {
        return file(view.filename(name, "csv"), CSV, table.csv(view.selection().words()));
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
