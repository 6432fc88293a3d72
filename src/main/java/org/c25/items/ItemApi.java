package org.c25.items;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.c25.accounts.Caller;
import org.c25.accounts.Visible;
import org.c25.common.ColumnsRead;
import org.c25.common.UploadProgress;
import org.c25.sets.Item;
import org.c25.sets.SetView;
import org.c25.web.UploadedFile;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

@RestController
@Tag(name = "Staff")
class ItemApi {

    private final SetContents contents;
    private final ItemSuccession succession;
    private final SetManifest manifests;

    ItemApi(SetContents contents, ItemSuccession succession, SetManifest manifests) {
        this.contents = contents;
        this.succession = succession;
        this.manifests = manifests;
    }

    @Operation(
            summary = "Removes an image from a set that has not been opened and holds no answers",
            description =
                    "index is the one of the manifest. The images after it move up. A set keeps at least one image (409).")
    @DeleteMapping("/api/v1/sets/{set}/items/{index}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@AuthenticationPrincipal Caller caller, @Visible SetView set, @PathVariable long index) {
        contents.remove(caller, set.id(), List.of(index));
    }

    @Operation(
            summary = "Puts another picture in the place of an image, in a set that has not been opened and holds no"
                    + " answers",
            description = "Position, index and AffectNet's labels stay; the score of a set from AffectNet goes.")
    @PutMapping(path = "/api/v1/sets/{set}/items/{index}/image", consumes = "multipart/form-data")
    ItemNow replace(
            @AuthenticationPrincipal Caller caller,
            @Visible SetView set,
            @PathVariable long index,
            @RequestPart MultipartFile image,
            @Parameter(description = "A new file name, not yet in the set; left out, it stays")
                    @RequestParam(required = false)
                    @Nullable
                    String filename)
            throws IOException {
        return ItemNow.of(contents.replace(caller, set.id(), index, filename, image.getBytes())
                .item());
    }

    @Operation(
            summary = "Puts the next image of its class in the place of an image of AffectNet's",
            description = "By the set's own rule, seed and exclusions, in a set that has not been opened and holds no"
                    + " answers. What was removed or replaced so does not come back. training is Training.csv, if it does"
                    + " not lie on the server any more; predictions are needed for a set of confusing images. Both have to"
                    + " be the files the set was chosen from.")
    @PostMapping(path = "/api/v1/sets/{set}/items/{index}/successor", consumes = "multipart/form-data")
    ItemNow succeed(
            @AuthenticationPrincipal Caller caller,
            @Visible SetView set,
            @PathVariable long index,
            @RequestPart(required = false) @Nullable MultipartFile training,
            @RequestPart(required = false) @Nullable MultipartFile predictions,
            HttpServletRequest request)
            throws IOException {
        try (UploadedFile trainingFile = UploadedFile.of(training, "training", request);
                UploadedFile predictionsFile = UploadedFile.of(predictions, "predictions", request)) {
            return ItemNow.of(succession
                    .succeed(
                            caller,
                            set.id(),
                            index,
                            trainingFile.path(),
                            predictionsFile.path(),
                            UploadProgress.UNHEARD)
                    .item());
        }
    }

    @Operation(summary = "The manifest of a set, as a CSV")
    @ApiResponse(
            responseCode = "200",
            content = @Content(mediaType = "text/csv", schema = @Schema(type = "string", format = "binary")))
    @GetMapping(path = "/api/v1/sets/{set}/manifest")
    ResponseEntity<byte[]> manifest(@Visible SetView set) throws IOException {
        return ManifestDownload.of(set, manifests);
    }

    @Operation(
            summary = "Takes a changed manifest of a set that has not been opened and holds no answers",
            description =
                    "Its lines name images of the set, in a new order, with other indexes or labels; images that it does"
                            + " not name leave the set. Pictures stay as they are.")
    @PutMapping(path = "/api/v1/sets/{set}/manifest", consumes = "multipart/form-data")
    ManifestNow replaceManifest(
            @AuthenticationPrincipal Caller caller, @Visible SetView set, @RequestPart MultipartFile manifest)
            throws IOException {
        try (InputStream csv = manifest.getInputStream()) {
            SetManifest.Taken taken = manifests.take(caller, set.id(), csv);
            return new ManifestNow(taken.items(), taken.removed(), taken.columns());
        }
    }

    /** @param removed how many images have left the set */
    record ManifestNow(int items, int removed, ColumnsRead columns) {}

    /**
     * An item as it is now.
     *
     * @param position its position in the set, from 0
     */
    record ItemNow(int position, long index, String filename) {

        static ItemNow of(Item item) {
            return new ItemNow(item.position(), item.index(), item.filename());
        }
    }
}
