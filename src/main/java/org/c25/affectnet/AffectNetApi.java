package org.c25.affectnet;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.c25.accounts.Caller;
import org.c25.accounts.Visible;
import org.c25.common.UploadProgress;
import org.c25.studies.StudyView;
import org.c25.web.UploadedFile;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

@RestController
@Tag(name = "Staff")
class AffectNetApi {

    private final AffectNetSets sets;

    AffectNetApi(AffectNetSets sets) {
        this.sets = sets;
    }

    @Operation(
            summary = "Makes a set from AffectNet: random images, or those about which models and AffectNet disagree",
            description =
                    "The faces are cropped to AffectNet's box. An image that is unfit is passed over for the next of its"
                            + " class, and unfit lists it. A class that has too few images leaves the set smaller, and missing"
                            + " tells by how many",
            requestBody =
                    @RequestBody(
                            content =
                                    @Content(
                                            mediaType = MediaType.MULTIPART_FORM_DATA_VALUE,
                                            schema = @Schema(allOf = {AffectNetForm.class, AffectNetFiles.class}))))
    @PostMapping(path = "/api/v1/studies/{study}/sets/affectnet", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    ChosenSet create(
            @AuthenticationPrincipal Caller caller,
            @Visible StudyView study,
            @ModelAttribute AffectNetForm form,
            @RequestPart(required = false) @Nullable MultipartFile training,
            @RequestPart(required = false) @Nullable MultipartFile predictions,
            HttpServletRequest request)
            throws IOException {
        try (UploadedFile trainingFile = UploadedFile.of(training, "training", request);
                UploadedFile predictionsFile = UploadedFile.of(predictions, "predictions", request)) {
            AffectNetSets.Made made = sets.create(
                    caller,
                    study.id(),
                    form.order(),
                    trainingFile.path(),
                    predictionsFile.path(),
                    UploadProgress.UNHEARD);
            PredictionsCsv.Read read = made.predictions();
            return new ChosenSet(
                    made.set().id(),
                    made.set().items(),
                    made.missing(),
                    made.unranked(),
                    made.unfit(),
                    read == null ? null : read.models(),
                    read == null ? null : read.passedOver());
        }
    }

    /** The files among the parts of the request, for the API's description. */
    record AffectNetFiles(
            @Schema(
                    type = "string",
                    format = "binary",
                    description = "AffectNet's Training.csv, if trainingPath does not name it")
            @Nullable
            MultipartFile training,

            @Schema(type = "string", format = "binary", description = "for CONFUSING: what models say of the images")
            @Nullable
            MultipartFile predictions) {}

    /**
     * @param missing by how many images each class falls short; empty if none does
     * @param unranked how many images could not be ranked, since the models say too little about them
     * @param unfit the images that were passed over, each for the next of its class
     * @param models the columns of the predictions that were read as models; left out where there were none
     * @param passedOver the columns of the predictions that were not read; left out where there were none
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ChosenSet(
            long id,
            int items,
            Map<String, Integer> missing,
            int unranked,
            List<FaceCutter.Unfit> unfit,
            @Nullable List<String> models,
            @Nullable List<String> passedOver) {}
}
