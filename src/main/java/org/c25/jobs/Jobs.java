package org.c25.jobs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.c25.accounts.Caller;
import org.c25.common.Problem;
import org.c25.downloads.Downloads;
import org.springframework.http.MediaType;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.web.servlet.View;

/** The jobs that staff order, follow and cancel. Each sees their own. */
@Service
public class Jobs {

    private static final Duration AT_ONCE = Duration.ofSeconds(2);
    private static final Duration GLANCE = Duration.ofMillis(500);
    private static final Duration KEEP_ROWS = Duration.ofDays(30);
    private static final Duration OLD_FOLDER = Duration.ofDays(1);

    /** How many jobs the page and programs are shown. */
    private static final int SHOWN = 50;

    private final JobRows rows;
    private final JobFiles files;
    private final JobRunner runner;
    private final JobWaiters waiters;
    private final JobSettings settings;
    private final Downloads downloads;
    private final Clock clock;

    Jobs(
            JobRows rows,
            JobFiles files,
            JobRunner runner,
            JobWaiters waiters,
            JobSettings settings,
            Downloads downloads,
            Clock clock) {
        this.rows = rows;
        this.files = files;
        this.runner = runner;
        this.waiters = waiters;
        this.settings = settings;
        this.downloads = downloads;
        this.clock = clock;
    }

    /**
     * Orders a job. It is kept from now on, whatever happens to this node, and begins when its turn comes.
     *
     * @param sent the files that it needs, by the names that the job knows them by; they are moved away
     */
    public Job begin(Caller caller, JobOrder order, Map<String, Path> sent) {
        String folder = files.take(sent);
        long id;
        try {
            id = rows.add(caller.accountId(), order, folder);
        } catch (RuntimeException e) {
            files.remove(folder);
            throw e;
        }
        runner.wake();
        return require(caller, id);
    }

    /** Orders a job without files, or returns the caller's job of the same order that has not ended. */
    public Job beginOnce(Caller caller, JobOrder order) {
        return rows.unfinished(caller.accountId(), order).orElseGet(() -> begin(caller, order, Map.of()));
    }

    /**
     * Waits until a job has ended well.
     *
     * @throws Problem what was wrong, if it failed; 409 if somebody has cancelled it; 503 if this node stops first
     */
    public JobOutcome await(Job job) {
        Job now = job;
        while (!now.state().isOver()) {
            if (!runner.isRunning()) {
                throw Problem.unavailable(
                        "This server stops. What you sent is kept as job " + job.id()
                                + " and goes on when a server is there; look at it before you send it again.",
                        GLANCE);
            }
            waiters.await(job.id(), GLANCE);
            now = find(job);
        }
        return outcome(now);
    }

    /**
     * Waits for a moment, and returns the outcome of a job if it has ended well by then.
     *
     * @throws Problem as {@link #await}
     */
    public Optional<JobOutcome> soon(Job job) {
        long begun = System.nanoTime();
        Job now = job;
        while (!now.state().isOver()) {
            Duration left = AT_ONCE.minusNanos(System.nanoTime() - begun);
            if (left.isNegative() || left.toMillis() == 0) {
                return Optional.empty();
            }
            waiters.await(job.id(), left.compareTo(GLANCE) < 0 ? left : GLANCE);
            now = find(job);
        }
        return Optional.of(outcome(now));
    }

    private Job find(Job job) {
        return rows.find(job.id()).orElseThrow(Jobs::gone);
    }

    private JobOutcome outcome(Job job) {
        JobOutcome outcome = job.outcome();
        if (outcome == null) {
            throw Problem.conflict("Somebody has cancelled this job. Nothing of it was stored.");
        }
        Problem problem = outcome.problem();
        if (problem != null) {
            throw waiters.problem(job.id()).orElse(problem);
        }
        return outcome;
    }

    private static Problem gone() {
        return Problem.notFound("job");
    }

    /** @throws Problem 404 if the caller has no such job */
    public Job require(Caller caller, long id) {
        return rows.find(id)
                .filter(job -> job.accountId() == caller.accountId())
                .orElseThrow(Jobs::gone);
    }

    /** Returns the caller's latest jobs, the newest first. */
    public List<Job> of(Caller caller) {
        return rows.of(caller.accountId(), SHOWN);
    }

    /** Returns how many jobs come before this one. */
    int before(Job job) {
        return rows.before(job);
    }

    /** @throws Problem 404 if the caller has no such job */
    public void cancel(Caller caller, long id) {
        rows.cancel(require(caller, id).id());
        runner.stop(id);
        waiters.ended(id);
    }

    /**
     * Hands the file that a job has made to the caller.
     *
     * @throws Problem 404 if there is none, it is not kept any more, it lies on another node, or the caller may not have it
     */
    public View file(Caller caller, Job job) {
        runner.kind(job).handingOut(caller, job.order());
        Path file = file(job);
        try {
            return downloads.stored(
                    FileChannel.open(file), file.getFileName().toString(), MediaType.parseMediaType("application/zip"));
        } catch (IOException e) {
            throw new UncheckedIOException(file + " can't be read", e);
        }
    }

    private Path file(Job job) {
        return Optional.ofNullable(job.outcome())
                .map(JobOutcome::file)
                .map(name -> files.folder(job.folder()).resolve(name))
                .filter(Files::isRegularFile)
                .orElseThrow(() -> Problem.notFound("file any more; order it again"));
    }

    /** Removes what nobody needs any more: files after a while, rows after a month, and folders that no row knows. */
    @Scheduled(fixedDelay = 600_000, initialDelay = 60_000)
    void tidy() {
        Instant now = clock.instant();
        for (Job job : rows.endedBefore(now.minus(settings.keep()))) {
            files.remove(job.folder());
            if (job.createdAt().isBefore(now.minus(KEEP_ROWS))) {
                rows.forget(job);
            }
        }
        rows.giveUp(
                now.minus(OLD_FOLDER),
                JobOutcome.failure(
                        "It waited for a day, and the files that came with it are on no server. Send them again."));
        files.madeBefore(now.minus(OLD_FOLDER)).stream()
                .filter(folder -> !rows.knows(folder))
                .forEach(files::remove);
    }
}
