package org.c25.sets;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.c25.accounts.Caller;
import org.c25.web.UploadedFile;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

@RestController
@Tag(name = "Staff")
class SetApi {

    private final Sets sets;

    SetApi(Sets sets) {
        this.sets = sets;
    }

    @Operation(
            summary =
                    "Makes a set from a manifest (CSV) and images (ZIP), or from a manifest alone for imported answers")
    @PostMapping(path = "/api/v1/studies/{study}/sets", consumes = "multipart/form-data")
    @ResponseStatus(HttpStatus.CREATED)
    CreatedSet create(
            @AuthenticationPrincipal Caller caller,
            @PathVariable long study,
            @RequestParam int number,
            @RequestParam String kind,
            @RequestPart MultipartFile manifest,
            @RequestPart(required = false) @Nullable MultipartFile images,
            HttpServletRequest request)
            throws IOException {
        try (UploadedFile zip = UploadedFile.of(images, "images", request)) {
            SetView set = sets.create(caller, study, number, Kind.of(kind), manifest.getInputStream(), zip.path());
            return new CreatedSet(set.id(), set.items());
        }
    }

    @Operation(summary = "Opens a set: invited people can join")
    @PostMapping("/api/v1/sets/{set}/opening")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void open(@AuthenticationPrincipal Caller caller, @PathVariable long set) {
        sets.open(caller, set);
    }

    @Operation(summary = "Closes a set: nobody can join any more; who has joined goes on")
    @DeleteMapping("/api/v1/sets/{set}/opening")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void close(@AuthenticationPrincipal Caller caller, @PathVariable long set) {
        sets.close(caller, set);
    }

    @Operation(
            summary = "Pauses a set: nobody can join or go on",
            description =
                    "Trials and their pictures are answered with 409. Answers that are on their way are still taken,"
                            + " and whoever has answered everything can finish.")
    @PostMapping("/api/v1/sets/{set}/pause")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void pause(@AuthenticationPrincipal Caller caller, @PathVariable long set) {
        sets.pause(caller, set);
    }

    @Operation(summary = "Ends the pause of a set: it is open or closed as before")
    @DeleteMapping("/api/v1/sets/{set}/pause")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void resume(@AuthenticationPrincipal Caller caller, @PathVariable long set) {
        sets.resume(caller, set);
    }

    record CreatedSet(long id, int items) {}
}
