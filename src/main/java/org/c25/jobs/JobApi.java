package org.c25.jobs;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.c25.accounts.Caller;
import org.c25.web.PublicAddress;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.View;

@RestController
@Tag(name = "Staff")
class JobApi {

    private static final String BASE = AsyncReplies.JOBS;

    private final Jobs jobs;

    JobApi(Jobs jobs) {
        this.jobs = jobs;
    }

    @Operation(summary = "The caller's latest jobs, the newest first")
    @GetMapping(BASE)
    List<JobView> all(@AuthenticationPrincipal Caller caller) {
        return jobs.of(caller).stream().map(this::view).toList();
    }

    @Operation(
            summary = "A job: how far it is, and what came of it",
            description = "A call with \"Prefer: respond-async\" that makes a set, imports answers or asks for a data"
                    + " package gets 202 and the address of a job. state is WAITING, RUNNING, DONE, FAILED or CANCELLED;"
                    + " result is what the call itself would have answered, file the address of what was made, status"
                    + " and errors what was wrong.")
    @GetMapping(BASE + "/{job}")
    JobView one(@AuthenticationPrincipal Caller caller, @PathVariable long job) {
        return view(jobs.require(caller, job));
    }

    @Operation(summary = "Cancels a job that has not ended. Nothing of it is stored")
    @DeleteMapping(BASE + "/{job}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void cancel(@AuthenticationPrincipal Caller caller, @PathVariable long job) {
        jobs.cancel(caller, job);
    }

    @Operation(summary = "The file that a job has made, for as long as it is kept")
    @ApiResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/zip", schema = @Schema(type = "string", format = "binary")))
    @GetMapping(BASE + "/{job}/file")
    View file(@AuthenticationPrincipal Caller caller, @PathVariable long job) {
        return jobs.file(caller, jobs.require(caller, job));
    }

    private JobView view(Job job) {
        return JobView.of(
                job, job.state() == JobState.WAITING ? jobs.before(job) : 0, PublicAddress.root(), BASE + "/");
    }
}
