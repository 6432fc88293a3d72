package org.c25.export;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.c25.accounts.Caller;
import org.c25.accounts.Visible;
import org.c25.downloads.Downloads;
import org.c25.jobs.AsyncReplies;
import org.c25.jobs.Job;
import org.c25.jobs.Jobs;
import org.c25.sets.SetView;
import org.c25.studies.StudyView;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.View;

@RestController
@Tag(name = "Staff")
class ExportApi {

    private final Exports exports;
    private final ImportFiles files;
    private final Downloads downloads;
    private final Jobs jobs;

    ExportApi(Exports exports, ImportFiles files, Downloads downloads, Jobs jobs) {
        this.exports = exports;
        this.files = files;
        this.downloads = downloads;
        this.jobs = jobs;
    }

    @Operation(
            summary = "A file of the set",
            description = "expression_set1_C25.csv and its like, and majority-vote, soft-labels, long, repeats,"
                    + " crowd-vote_… and crowd-kit_… with the same ending. An unknown name gets 404 and all names. It is"
                    + " made whole before the first byte comes, a few at a time: who waits too long for their turn gets"
                    + " 503 with Retry-After.")
    @ApiResponse(
            responseCode = "200",
            content = @Content(mediaType = "text/csv", schema = @Schema(type = "string", format = "binary")))
    @GetMapping("/api/v1/sets/{set}/exports/{file}")
    View export(@AuthenticationPrincipal Caller caller, @Visible SetView set, @PathVariable String file) {
        return downloads.now(caller, exports.file(caller, set.id(), file));
    }

    @Operation(
            summary = "All files of the set in one ZIP, with protocol, trial orders, codebook and checksums",
            description = "datapackage.json is a Frictionless data package, metadata.json a Croissant description. The"
                    + " same data give the same bytes. No images; AffectNet's own labels only if asked for, as its"
                    + " licence keeps them from being handed on.")
    @ApiResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/zip", schema = @Schema(type = "string", format = "binary")))
    @GetMapping("/api/v1/sets/{set}/exports/" + DataPackage.NAME)
    View dataPackage(
            @AuthenticationPrincipal Caller caller,
            @Visible SetView set,
            @RequestParam(defaultValue = "false") boolean affectNetLabels) {
        return downloads.now(caller, exports.dataPackage(caller, set.id(), affectNetLabels));
    }

    @Operation(
            summary = "The data packages of all sets of the study in one ZIP",
            description =
                    "Each is in a folder of its own, such as set1/. contents.json lists the sets, and every file with"
                            + " its bytes and SHA-256. All is of one moment. 404 while the study has no set.")
    @ApiResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/zip", schema = @Schema(type = "string", format = "binary")))
    @GetMapping("/api/v1/studies/{study}/exports/" + DataPackage.NAME)
    View studyPackage(
            @AuthenticationPrincipal Caller caller,
            @Visible StudyView study,
            @RequestParam(defaultValue = "false") boolean affectNetLabels) {
        return downloads.now(caller, exports.studyPackage(caller, study.id(), affectNetLabels));
    }

    @Operation(summary = "Takes the answers of three C25 CSV files, all or nothing")
    @PostMapping(path = "/api/v1/sets/{set}/imports", consumes = "multipart/form-data")
    @ApiResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = Imported.class)))
    ResponseEntity<Object> take(
            @AuthenticationPrincipal Caller caller,
            @Visible SetView set,
            @RequestPart MultipartFile expression,
            @RequestPart MultipartFile valence,
            @RequestPart MultipartFile arousal,
            @RequestHeader(name = AsyncReplies.PREFER, required = false) @Nullable String prefer,
            HttpServletRequest request)
            throws IOException {
        Job job = files.order(caller, set, expression, valence, arousal, request);
        return AsyncReplies.wanted(prefer)
                ? AsyncReplies.accepted(job)
                : ResponseEntity.status(HttpStatus.CREATED).body(jobs.await(job).values());
    }

    record Imported(int annotations) {}
}
