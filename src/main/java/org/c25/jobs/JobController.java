package org.c25.jobs;

import org.c25.accounts.Caller;
import org.c25.web.PublicAddress;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** The pages on which people follow their jobs. */
@Controller
class JobController {

    private final Jobs jobs;

    JobController(Jobs jobs) {
        this.jobs = jobs;
    }

    @GetMapping("/jobs")
    String all(@AuthenticationPrincipal Caller caller, Model model) {
        model.addAttribute("jobs", jobs.of(caller).stream().map(this::view).toList());
        return "jobs/jobs";
    }

    /** @param begun there if the page that ordered the job leads here: then what is done meanwhile is shown at once */
    @GetMapping("/jobs/{job}")
    String one(
            @AuthenticationPrincipal Caller caller,
            @PathVariable long job,
            @RequestParam(required = false) @Nullable String begun,
            Model model) {
        Job found = jobs.require(caller, job);
        JobOutcome outcome = found.outcome();
        JobView seen = view(found);
        if (begun != null
                && seen.state() == JobState.DONE
                && outcome != null
                && outcome.page() != null
                && seen.file() == null) {
            return "redirect:" + outcome.page();
        }
        model.addAttribute("job", seen);
        model.addAttribute("wrong", outcome == null ? null : outcome.problem());
        return "jobs/job";
    }

    @GetMapping("/jobs/{job}/state")
    ResponseEntity<JobView> state(@AuthenticationPrincipal Caller caller, @PathVariable long job) {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(view(jobs.require(caller, job)));
    }

    @PostMapping("/jobs/{job}/cancellation")
    String cancel(@AuthenticationPrincipal Caller caller, @PathVariable long job) {
        jobs.cancel(caller, job);
        return "redirect:/jobs/" + job;
    }

    @GetMapping("/jobs/{job}/file")
    View file(@AuthenticationPrincipal Caller caller, @PathVariable long job) {
        return jobs.file(caller, jobs.require(caller, job));
    }

    private JobView view(Job job) {
        return JobView.of(job, job.state() == JobState.WAITING ? jobs.before(job) : 0, PublicAddress.root(), "/jobs/");
    }
}
