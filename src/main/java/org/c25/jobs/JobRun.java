package org.c25.jobs;

import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.c25.accounts.Caller;
import org.c25.common.Problem;
import org.c25.common.UploadProgress;
import org.jspecify.annotations.Nullable;

/** One time that a node does a job. The work tells it how far it is, and ends by {@link #done}. */
public final class JobRun implements UploadProgress {

    private final Job job;
    private final Caller caller;
    private final Path folder;
    private final Predicate<JobOutcome> end;
    private volatile @Nullable String words;
    private volatile @Nullable Double share;
    private volatile @Nullable String stopped;
    private volatile boolean ended;

    JobRun(Job job, Caller caller, Path folder, Predicate<JobOutcome> end) {
        this.job = job;
        this.caller = caller;
        this.folder = folder;
        this.end = end;
    }

    /** Returns who ordered it, with the rights that they have now. */
    public Caller caller() {
        return caller;
    }

    public Map<String, String> parameters() {
        return job.order().parameters();
    }

    public long number(String parameter) {
        return Long.parseLong(Objects.requireNonNull(parameters().get(parameter), parameter));
    }

    /** Returns a file that came with the order; empty if there is none of this name. */
    public Optional<Path> sent(String name) {
        return Optional.of(folder.resolve(name)).filter(path -> path.toFile().exists());
    }

    /** @throws Problem if the file that came with the order is gone */
    public Path require(String name) {
        return sent(name)
                .orElseThrow(() -> Problem.conflict("The file " + name + " is not here any more. Send it again."));
    }

    /** Returns where to write a file that the job makes. */
    public Path made(String name) {
        return folder.resolve(name);
    }

    /** @throws JobStopped if the work is not to go on */
    @Override
    public void tell(String now) {
        goOn();
        words = now;
    }

    /** @throws JobStopped if the work is not to go on */
    @Override
    public void tell(String what, int done, int all) {
        share = all == 0 ? null : Double.valueOf((double) done / all);
        UploadProgress.super.tell(what, done, all);
    }

    private void goOn() {
        String why = stopped;
        if (why != null) {
            throw new JobStopped(why);
        }
    }

    /**
     * Notes that the job is done. It belongs into the transaction of the work, as its last step: both are there, or neither.
     *
     * @throws JobStopped if the job is not this run's any more
     */
    public void done(JobOutcome outcome) {
        goOn();
        if (!end.test(outcome)) {
            throw new JobStopped("somebody has cancelled it, or another node has it");
        }
        ended = true;
    }

    boolean isDone() {
        return ended;
    }

    void stop(String why) {
        stopped = why;
    }

    boolean isStopped() {
        return stopped != null;
    }

    Job job() {
        return job;
    }

    @Nullable
    String words() {
        return words;
    }

    @Nullable
    Double share() {
        return share;
    }
}
