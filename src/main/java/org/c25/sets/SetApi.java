package org.c25.sets;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import org.c25.accounts.Caller;
import org.c25.accounts.Visible;
import org.c25.common.ColumnsRead;
import org.c25.common.Problem;
import org.c25.jobs.AsyncReplies;
import org.c25.jobs.Job;
import org.c25.jobs.Jobs;
import org.c25.studies.StudyView;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PatchMapping;
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
    private final SetDeletion deletion;

    SetApi(Sets sets, Jobs jobs, SetDeletion deletion) {
        this.jobs = jobs;
        this.deletion = deletion;
        this.sets = sets;
    }

    @Operation(
            summary =
                    "Makes a set of images, with a manifest (CSV) or without, or of a manifest alone for imported answers",
            description =
                    "The images come as a ZIP (images), one by one (pictures, several parts with the file's name), or lie in a"
                            + " folder of the server below c25.images.root (folder). Without a manifest, all pictures become the"
                            + " set: in the natural order of their paths (2.png before 10.png), with the index 0, 1, 2 …, and kind"
                            + " is CUSTOM unless it is said. passedOver tells which files are not in the set, a hundred at most. With ratingsPerImage"
                            + " and imagesPerPerson the images are shared out among many participants: each image gets so many ratings,"
                            + " and each participant rates at most so many images.")
    @PostMapping(path = "/api/v1/studies/{study}/sets", consumes = "multipart/form-data")
    @ApiResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = CreatedSet.class)))
    ResponseEntity<Object> create(
            @AuthenticationPrincipal Caller caller,
            @Visible StudyView study,
            @RequestParam int number,
            @RequestParam(required = false) @Nullable String name,
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable String folder,
            @RequestPart(required = false) @Nullable MultipartFile manifest,
            @RequestPart(required = false) @Nullable List<MultipartFile> images,
            @RequestPart(required = false) @Nullable List<MultipartFile> pictures,
            @RequestParam(required = false) @Nullable Integer ratingsPerImage,
            @RequestParam(required = false) @Nullable Integer imagesPerPerson,
            @RequestHeader(name = AsyncReplies.PREFER, required = false) @Nullable String prefer,
            HttpServletRequest request)
            throws IOException {
        if (kind == null && manifest != null) {
            throw Problem.invalid("kind", "is missing");
        }
        SetWish wish = SetWish.of(number, name, kind, Portions.of(ratingsPerImage, imagesPerPerson), folder);
        Job job;
        try (SentFiles files = SentFiles.of(manifest, images, pictures, request)) {
            job = NewSetJob.order(jobs, caller, study, wish, files);
        }
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
            summary = "Changes the name of a set, and its kind as long as it has not been opened",
            description = "What is left out stays. An empty name takes it away. The kinds: CONFUSING, RANDOM, CUSTOM.")
    @PatchMapping("/api/v1/sets/{set}")
    ChangedSet change(@AuthenticationPrincipal Caller caller, @Visible SetView set, @RequestBody SetChange change) {
        if (change.kind() == null && change.name() == null) {
            throw Problem.invalid("kind", "is missing, and so is name: send one of them");
        }
        SetView now = sets.change(
                caller,
                set.id(),
                change.name() == null ? set.name() : SetName.read(change.name()),
                change.kind() == null ? set.kind() : SetKind.named(change.kind()));
        return new ChangedSet(now.id(), now.number(), now.name(), now.kind());
    }

    record SetChange(@Nullable String name, @Nullable String kind) {}

    record ChangedSet(long id, int number, @Nullable String name, SetKind kind) {}

    @Operation(
            summary = "Deletes a set to which nobody has answered",
            description =
                    "With its links and what models said of it, and the files of images that no other set has. 409 if"
                            + " anybody has answered, or if it has frozen versions.")
    @DeleteMapping("/api/v1/sets/{set}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@AuthenticationPrincipal Caller caller, @Visible SetView set) {
        deletion.delete(caller, set.id());
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

    /**
     * @param participants how many people it takes to rate all images; left out where everyone rates all
     * @param columns what was read of the manifest; left out if there was none
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record CreatedSet(
            long id,
            int items,
            @Nullable Integer participants,
            @Nullable ColumnsRead columns,
            List<String> passedOver) {}
}
