package org.c25.models;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import org.c25.accounts.Caller;
import org.c25.accounts.Visible;
import org.c25.common.ColumnsRead;
import org.c25.downloads.Downloads;
import org.c25.predictions.ModelCard;
import org.c25.predictions.Models;
import org.c25.predictions.PredictionsUpload;
import org.c25.results.SelectionQuery;
import org.c25.sets.SetView;
import org.c25.web.HeavyStatistics;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.View;

@RestController
@Tag(name = "Staff")
class ModelApi {

    private static final String SELECTION =
            "out: a slot whose participant is left out, as often as needed. complete: only participants who answered every"
                    + " image. class: affectnet- or majority- and an expression, such as affectnet-fear.";

    private static final String HELD_OUT =
            "true for those images alone on which the model was not trained, as its card says";

    private final Models models;
    private final ModelComparisons comparisons;
    private final ModelFiles files;
    private final Downloads downloads;

    ModelApi(Models models, ModelComparisons comparisons, ModelFiles files, Downloads downloads) {
        this.models = models;
        this.comparisons = comparisons;
        this.files = files;
        this.downloads = downloads;
    }

    @Operation(
            summary = "Adds a model rater to a set: what a model says of its images, as CSV",
            description =
                    "predictions has the columns index or filename, or both, and at least one of expression, valence"
                            + " (-1 to 1) and arousal; a column for each of the eight expressions may stand in place of expression."
                            + " Expressions are names or codes, those of C25 unless coding is affectnet. Scores of expressions may stand beside expression, and clamped says which of valence and"
                            + " arousal were cut. Images without a line are not"
                            + " predicted. No file and no statistic of the participants counts a model.")
    @PostMapping(path = "/api/v1/sets/{set}/models", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    AddedModel add(
            @AuthenticationPrincipal Caller caller,
            @Visible SetView set,
            @RequestParam String name,
            @RequestPart MultipartFile predictions,
            @Parameter(description = "c25 or affectnet") @RequestParam(required = false) @Nullable String coding,
            @RequestParam(required = false) @Nullable String note,
            @Parameter(description = "the model's card: model.json of the trainer")
                    @RequestPart(required = false)
                    @Nullable
                    MultipartFile card)
            throws IOException {
        try (InputStream in = predictions.getInputStream()) {
            return AddedModel.of(models.add(caller, set.id(), name, note, coding, in, ModelCard.bytes(card)));
        }
    }

    /**
     * A model that was added.
     *
     * @param images the number of images of which it says anything
     * @param of the number of images of the set
     * @param columns which columns of the file were read, and which passed over
     * @param noneOfTheEight the number of images of which it says none of the eight expressions
     */
    record AddedModel(
            long id,
            String name,
            int images,
            int of,
            int expressions,
            int valences,
            int arousals,
            int noneOfTheEight,
            ColumnsRead columns) {

        static AddedModel of(Models.Added added) {
            PredictionsUpload upload = added.upload();
            return new AddedModel(
                    added.model().id(),
                    added.model().name(),
                    upload.predictions().size(),
                    added.of(),
                    upload.expressions(),
                    upload.valences(),
                    upload.arousals(),
                    upload.noneOfEight(),
                    upload.columns());
        }
    }

    @HeavyStatistics
    @Operation(summary = "The models of a set beside its participants", description = SELECTION)
    @GetMapping("/api/v1/sets/{set}/models")
    ModelList all(
            @AuthenticationPrincipal Caller caller, @Visible SetView set, @ParameterObject SelectionQuery choice) {
        return ModelList.of(comparisons.overview(caller, set.id(), choice.selection()));
    }

    @HeavyStatistics
    @Operation(
            summary = "A model held against the majority and the means of a set, and against each participant",
            description = SELECTION)
    @GetMapping("/api/v1/sets/{set}/models/{model}")
    ModelReport one(
            @AuthenticationPrincipal Caller caller,
            @Visible SetView set,
            @PathVariable long model,
            @Parameter(description = HELD_OUT) @RequestParam(defaultValue = "false") boolean heldOut,
            @ParameterObject SelectionQuery choice) {
        return ModelReport.of(comparisons.look(caller, set.id(), model, choice.selection(), heldOut));
    }

    @Operation(summary = "Removes a model with its predictions")
    @DeleteMapping("/api/v1/sets/{set}/models/{model}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@AuthenticationPrincipal Caller caller, @Visible SetView set, @PathVariable long model) {
        models.remove(caller, set.id(), model);
    }

    @Operation(
            summary = "What a model says of each image, in C25's codes, as CSV",
            description =
                    "index,filename,expression,valence,arousal, and the scores and clamped if there are any: it can be"
                            + " sent as predictions again")
    @GetMapping({
        "/api/v1/sets/{set}/models/{model}/predictions.csv",
        "/sets/{set}/results/models/{model}/predictions.csv"
    })
    View predictions(
            @AuthenticationPrincipal Caller caller,
            @Visible SetView set,
            @PathVariable long model,
            HttpServletRequest request) {
        return downloads.reply(request, caller, files.predictions(caller, set.id(), model));
    }

    @Operation(summary = "The card of a model, as it was sent", description = "JSON that says how it was made")
    @GetMapping({"/api/v1/sets/{set}/models/{model}/model.json", "/sets/{set}/results/models/{model}/model.json"})
    View card(
            @AuthenticationPrincipal Caller caller,
            @Visible SetView set,
            @PathVariable long model,
            HttpServletRequest request) {
        return downloads.reply(request, caller, files.card(caller, set.id(), model));
    }

    @Operation(summary = "A model and each participant, a row a participant, as CSV", description = SELECTION)
    @GetMapping({
        "/api/v1/sets/{set}/models/{model}/participants.csv",
        "/sets/{set}/results/models/{model}/participants.csv"
    })
    View participants(
            @AuthenticationPrincipal Caller caller,
            @Visible SetView set,
            @PathVariable long model,
            @Parameter(description = HELD_OUT) @RequestParam(defaultValue = "false") boolean heldOut,
            @ParameterObject SelectionQuery choice,
            HttpServletRequest request) {
        return downloads.reply(
                request, caller, files.participants(caller, set.id(), model, choice.selection(), heldOut));
    }
}
