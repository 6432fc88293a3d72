package org.c25.datapage;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.c25.accounts.Caller;
import org.c25.accounts.Visible;
import org.c25.export.Exports;
import org.c25.jobs.AsyncReplies;
import org.c25.jobs.Jobs;
import org.c25.sets.SetView;
import org.c25.studies.StudyView;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Staff")
class PackageApi {

    private final Jobs jobs;
    private final Exports exports;

    PackageApi(Jobs jobs, Exports exports) {
        this.jobs = jobs;
        this.exports = exports;
    }

    @Operation(
            summary = "Begins to make the data package of the set as a job",
            description =
                    "202 with the address of the job, which has the file once it is made. It survives a restart of the"
                            + " server, where a call that waits does not.")
    @PostMapping("/api/v1/sets/{set}/packages")
    ResponseEntity<Object> begin(
            @AuthenticationPrincipal Caller caller,
            @Visible SetView set,
            @RequestParam(defaultValue = "false") boolean affectNetLabels) {
        return AsyncReplies.accepted(jobs.beginOnce(caller, PackageJob.of(set, affectNetLabels)));
    }

    @Operation(summary = "Begins to make the data packages of all sets of the study as a job, as for one set")
    @PostMapping("/api/v1/studies/{study}/packages")
    ResponseEntity<Object> begin(
            @AuthenticationPrincipal Caller caller,
            @Visible StudyView study,
            @RequestParam(defaultValue = "false") boolean affectNetLabels) {
        exports.requireAnySet(study);
        return AsyncReplies.accepted(jobs.beginOnce(caller, PackageJob.of(study, affectNetLabels)));
    }
}
