package org.c25.datapage;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.c25.accounts.Caller;
import org.c25.accounts.Visible;
import org.c25.downloads.Downloads;
import org.c25.downloads.LargeFileQueue;
import org.c25.export.DataPackage;
import org.c25.sets.SetView;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.View;

@RestController
@Tag(name = "Staff")
class SnapshotApi {

    private final Snapshots snapshots;
    private final Downloads downloads;
    private final LargeFileQueue queue;

    SnapshotApi(Snapshots snapshots, Downloads downloads, LargeFileQueue queue) {
        this.snapshots = snapshots;
        this.downloads = downloads;
        this.queue = queue;
    }

    @Operation(
            summary = "Freezes the data package of a set as it is now",
            description = "A new version that never changes, or the latest one if nothing has changed since.")
    @PostMapping("/api/v1/sets/{set}/snapshots")
    @ResponseStatus(HttpStatus.CREATED)
    Snapshots.Snapshot freeze(
            @AuthenticationPrincipal Caller caller,
            @Visible SetView set,
            @RequestBody(required = false) @Nullable NewSnapshot wanted) {
        String note = wanted == null || wanted.note() == null ? "" : wanted.note();
        return queue.inTurn(() -> snapshots.freeze(caller, set.id(), note));
    }

    @Operation(summary = "The frozen versions of a set, the latest first")
    @GetMapping("/api/v1/sets/{set}/snapshots")
    List<Snapshots.Snapshot> all(@AuthenticationPrincipal Caller caller, @Visible SetView set) {
        return snapshots.of(caller, set.id());
    }

    @Operation(summary = "A frozen data package, the same bytes each time; parts of it by Range")
    @ApiResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/zip", schema = @Schema(type = "string", format = "binary")))
    @GetMapping("/api/v1/sets/{set}/snapshots/{version}/" + DataPackage.NAME)
    View bytes(@AuthenticationPrincipal Caller caller, @Visible SetView set, @PathVariable int version) {
        return downloads.stored(
                snapshots.bytes(caller, set.id(), version), Snapshots.filename(set.id(), version), DataPackage.TYPE);
    }

    @Operation(
            summary = "Freezes the data as they are now in place of a version that holds erased answers",
            description =
                    "erased tells how many people in a version have had their answers erased since. The new version"
                            + " names the one that it replaces; the bytes of that one stay until you remove them. 409 if it holds nobody"
                            + " whose answers have been erased.")
    @PostMapping("/api/v1/sets/{set}/snapshots/{version}/renewal")
    @ResponseStatus(HttpStatus.CREATED)
    Snapshots.Snapshot renew(@AuthenticationPrincipal Caller caller, @Visible SetView set, @PathVariable int version) {
        return snapshots.renew(caller, set.id(), version);
    }

    @Operation(summary = "Takes the bytes of a frozen version away, for good. That it was there stays")
    @DeleteMapping("/api/v1/sets/{set}/snapshots/{version}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@AuthenticationPrincipal Caller caller, @Visible SetView set, @PathVariable int version) {
        snapshots.remove(caller, set.id(), version);
    }

    /**
     * The wish for a new frozen version.
     *
     * @param note what the version is for, at most 200 characters
     */
    record NewSnapshot(@Nullable String note) {}
}
