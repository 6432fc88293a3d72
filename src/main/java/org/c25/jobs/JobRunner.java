package org.c25.jobs;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.c25.accounts.Accounts;
import org.c25.accounts.Caller;
import org.c25.common.Causes;
import org.c25.common.Outage;
import org.c25.common.Problem;
import org.c25.storage.DataFolder;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;
import org.springframework.stereotype.Component;

/**
 * Does the jobs of this node, a few at a time. While it does one, it tells the database every second that it is alive;
 * if it falls silent, another node begins the job anew, and what this one still does counts for nothing.
 */
@Component
class JobRunner implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(JobRunner.class);

    /** A job during which nodes stop so often is probably what stops them. */
    private static final int MOST_ATTEMPTS = 5;

    private static final Duration TO_END = Duration.ofSeconds(8);
    private static final Duration TO_STOP = Duration.ofSeconds(4);
    private static final Duration SOON = Duration.ofSeconds(5);

    private final JobRows rows;
    private final JobFiles files;
    private final JobSettings settings;
    private final Accounts accounts;
    private final JobWaiters waiters;
    private final DataFolder data;
    private final Map<String, JobKind> kinds;
    private final ThreadPoolExecutor threads;
    private final Map<Long, JobRun> running = new ConcurrentHashMap<>();
    private volatile boolean open;

    JobRunner(
            JobRows rows,
            JobFiles files,
            JobSettings settings,
            Accounts accounts,
            JobWaiters waiters,
            DataFolder data,
            List<JobKind> kinds) {
        this.rows = rows;
        this.files = files;
        this.settings = settings;
        this.accounts = accounts;
        this.waiters = waiters;
        this.data = data;
        this.kinds = kinds.stream().collect(Collectors.toMap(JobKind::name, Function.identity()));
        CustomizableThreadFactory names = new CustomizableThreadFactory("job-");
        names.setDaemon(true);
        // A queue: a thread that ends a job begins the next while it still counts as busy.
        this.threads = new ThreadPoolExecutor(
                settings.atOnce(), settings.atOnce(), 30, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), names);
        this.threads.allowCoreThreadTimeOut(true);
    }

    /** Begins jobs that wait for a node, as long as this one has a thread to spare. */
    @Scheduled(fixedDelayString = "${c25.jobs.look}", initialDelayString = "${c25.jobs.look}")
    void look() {
        if (open && running.size() < settings.atOnce()) {
            rows.open(settings.atOnce() * 4).stream()
                    .filter(job -> files.isHere(job.folder()))
                    .forEach(this::begin);
        }
    }

    private synchronized void begin(Job job) {
        if (!open || running.size() >= settings.atOnce() || running.containsKey(job.id())) {
            return;
        }
        if (rows.take(job, settings.lease())) {
            Job taken = rows.find(job.id()).orElseThrow();
            Optional<Caller> caller = accounts.enabled(job.accountId());
            if (caller.isEmpty()) {
                end(taken, JobOutcome.failure("The account that ordered this may not do anything any more."), null);
            } else if (taken.attempts() > MOST_ATTEMPTS) {
                end(
                        taken,
                        JobOutcome.failure("The server stopped " + MOST_ATTEMPTS + " times while it did this."),
                        null);
            } else {
                start(new JobRun(
                        taken, caller.get(), files.folder(taken.folder()), outcome -> rows.done(taken, outcome)));
            }
        }
    }

    private void start(JobRun run) {
        running.put(run.job().id(), run);
        threads.execute(() -> {
            try {
                run(run);
            } catch (RuntimeException e) {
                LOG.warn("How job {} ended could not be noted: {}", run.job().id(), Causes.bottom(e));
            } finally {
                running.remove(run.job().id());
                waiters.ended(run.job().id());
                wake();
            }
        });
    }

    private void run(JobRun run) {
        Job job = run.job();
        try {
            if (job.cancelWanted()) {
                throw new JobStopped("it is not wanted any more");
            }
            data.requireRoom();
            kind(job).run(run);
            if (!run.isDone()) {
                throw new IllegalStateException("the work did not say that it is done");
            }
            removeWhatCame(run);
        } catch (Problem problem) {
            end(job, JobOutcome.of(problem), problem);
        } catch (IOException | RuntimeException | Error e) {
            stopped(run, e);
        }
    }

    JobKind kind(Job job) {
        return Optional.ofNullable(kinds.get(job.order().kind()))
                .orElseThrow(() -> new IllegalStateException(
                        "no kind of job is called " + job.order().kind()));
    }

    /** What the job has made stays for a while; what came with its order does not. */
    private void removeWhatCame(JobRun run) {
        boolean made = rows.find(run.job().id())
                .map(Job::outcome)
                .filter(outcome -> outcome.file() != null)
                .isPresent();
        if (!made) {
            files.remove(run.job().folder());
        }
    }

    private void stopped(JobRun run, Throwable e) {
        Job job = run.job();
        Optional<Outage> outage = Outage.of(e);
        if (outage.isPresent()) {
            // If the database can't even take this note, the job is begun anew when its lease is over.
            LOG.warn("Job {} could not go on: {}", job.id(), Causes.bottom(e));
            Problem later = Problem.unavailable(outage.get().detail(), SOON);
            end(job, JobOutcome.of(later), later);
        } else if (!(e instanceof JobStopped)) {
            LOG.error("Job {} failed", job.id(), e);
            end(
                    job,
                    JobOutcome.failure("Something went wrong here. Nothing of it was stored; the log of the server says"
                            + " more under job " + job.id() + "."),
                    null);
        } else if (!open) {
            rows.giveBack(job);
        } else if (rows.isCancelWanted(job.id())) {
            rows.cancelled(job);
            files.remove(job.folder());
        } else {
            LOG.warn("Job {} is not this node's any more", job.id());
        }
    }

    private void end(Job job, JobOutcome outcome, @Nullable Problem problem) {
        rows.failed(job, outcome);
        if (problem != null) {
            waiters.refused(job.id(), problem);
        }
        waiters.ended(job.id());
        files.remove(job.folder());
    }

    /** Looks for jobs now, in the caller's thread. If the database is away, the next look by the clock finds them. */
    void wake() {
        try {
            look();
        } catch (RuntimeException e) {
            LOG.warn("No look for jobs is possible at present: {}", Causes.bottom(e));
        }
    }

    /** Says for each job at work that this node is alive, and stops those that are not wanted any more. */
    @Scheduled(fixedDelay = 1000)
    void report() {
        for (JobRun run : running.values()) {
            if (run.isDone() || run.isStopped()) {
                continue;
            }
            if (!rows.report(run, settings.lease())) {
                if (!run.isDone()) {
                    run.stop("another node has it");
                }
            } else if (rows.isCancelWanted(run.job().id())) {
                run.stop("it is not wanted any more");
            }
        }
    }

    /** Stops a job at its next word, if this node does it. */
    void stop(long id) {
        JobRun run = running.get(id);
        if (run != null) {
            run.stop("it is not wanted any more");
        }
    }

    @Override
    public void start() {
        open = true;
    }

    /**
     * Begins no job any more. Those that end within some seconds end, for requests wait for them; the others are given back,
     * to be begun anew. Nothing is interrupted: H2 would close its file.
     */
    @Override
    public void stop() {
        open = false;
        awaitNone(TO_END);
        running.values().forEach(run -> run.stop("this node stops"));
        awaitNone(TO_STOP);
    }

    private void awaitNone(Duration patience) {
        long until = System.nanoTime() + patience.toNanos();
        try {
            while (!running.isEmpty() && System.nanoTime() < until) {
                TimeUnit.MILLISECONDS.sleep(20);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return open;
    }

    /** Returns how many jobs this node does at this moment. */
    int atWork() {
        return running.size();
    }
}
