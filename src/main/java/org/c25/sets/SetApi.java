package org.c25.sets;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.c25.accounts.Caller;
import org.c25.accounts.Visible;
import org.c25.common.ColumnsRead;
import org.c25.jobs.AsyncReplies;
import org.c25.jobs.Job;
import org.c25.jobs.Jobs;
import org.c25.studies.StudyView;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

@RestController
@Tag(name = "Staff")
class SetApi {

    private final Sets sets;
    private final Jobs jobs;

    SetApi(Sets sets, Jobs jobs) {
        this.jobs = jobs;
        this.sets = sets;
    }

    @Operation(
            summary =
                    "Makes a set from a manifest (CSV) and images (ZIP), or from a manifest alone for imported answers",
            description = "With ratingsPerImage and imagesPerPerson the images are shared out among many participants:"
                    + " each image gets so many ratings, and each participant rates at most so many images.")
    @PostMapping(path = "/api/v1/studies/{study}/sets", consumes = "multipart/form-data")
    @ApiResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = CreatedSet.class)))
    ResponseEntity<Object> create(
            @AuthenticationPrincipal Caller caller,
            @Visible StudyView study,
            @RequestParam int number,
            @RequestParam String kind,
            @RequestPart MultipartFile manifest,
            @RequestPart(required = false) @Nullable MultipartFile images,
            @RequestParam(required = false) @Nullable Integer ratingsPerImage,
            @RequestParam(required = false) @Nullable Integer imagesPerPerson,
            @RequestHeader(name = AsyncReplies.PREFER, required = false) @Nullable String prefer,
            HttpServletRequest request)
            throws IOException {
        Portions portions = Portions.of(ratingsPerImage, imagesPerPerson);
        Job job =
                NewSetJob.order(jobs, caller, study, number, SetKind.named(kind), portions, manifest, images, request);
        return AsyncReplies.wanted(prefer)
                ? AsyncReplies.accepted(job)
                : ResponseEntity.status(HttpStatus.CREATED).body(jobs.await(job).values());
    }

    @Operation(summary = "Opens a set: invited people can join")
    @PostMapping("/api/v1/sets/{set}/opening")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void open(@AuthenticationPrincipal Caller caller, @Visible SetView set) {
        sets.open(caller, set.id());
    }

    @Operation(summary = "Closes a set: nobody can join any more; who has joined goes on")
    @DeleteMapping("/api/v1/sets/{set}/opening")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void close(@AuthenticationPrincipal Caller caller, @Visible SetView set) {
        sets.close(caller, set.id());
    }

    @Operation(
            summary = "Pauses a set: nobody can join or go on",
            description =
                    "Trials and their pictures are answered with 409. Answers that are on their way are still taken,"
                            + " and whoever has answered everything can finish.")
    @PostMapping("/api/v1/sets/{set}/pause")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void pause(@AuthenticationPrincipal Caller caller, @Visible SetView set) {
        sets.pause(caller, set.id());
    }

    @Operation(summary = "Ends the pause of a set: it is open or closed as before")
    @DeleteMapping("/api/v1/sets/{set}/pause")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void resume(@AuthenticationPrincipal Caller caller, @Visible SetView set) {
        sets.resume(caller, set.id());
    }

    @Operation(
            summary = "Shares the images of a draft out among many participants",
            description = "Each image gets ratingsPerImage ratings, and each participant rates at most imagesPerPerson"
                    + " images. An empty object: everyone rates all images. 409 once the set has been opened.")
    @PutMapping("/api/v1/sets/{set}/portions")
    SharedOut shareOut(@AuthenticationPrincipal Caller caller, @Visible SetView set, @RequestBody PortionsBody wanted) {
        SetView after =
                sets.shareOut(caller, set.id(), Portions.of(wanted.ratingsPerImage(), wanted.imagesPerPerson()));
        return new SharedOut(after.capacity());
    }

    record PortionsBody(
            @Nullable Integer ratingsPerImage, @Nullable Integer imagesPerPerson) {}

    /** @param participants how many people it takes to rate all images */
    record SharedOut(int participants) {}

    /** @param participants how many people it takes to rate all images; left out where everyone rates all */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record CreatedSet(long id, int items, @Nullable Integer participants, ColumnsRead columns) {}
}
