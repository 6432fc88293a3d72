package org.c25.jobs;

import java.io.IOException;
import org.c25.accounts.Caller;
import org.c25.common.Problem;

/** A kind of job. Each is a bean of the package whose work it does. */
public interface JobKind {

    /** Returns the name by which the database knows the kind, at most 20 characters. */
    String name();

    /**
     * Does the work, and ends it by {@link JobRun#done} as the last step of its transaction. It may be begun several times,
     * when a node stops in the middle, and must leave nothing behind of a time that did not come to {@code done}.
     *
     * @throws org.c25.common.Problem if it can't be done; whoever ordered it is told
     */
    void run(JobRun run) throws IOException;

    /**
     * Notes that a file of such a job is handed out, before it is.
     *
     * @throws org.c25.common.Problem if the caller may not have it any more
     */
    default void handingOut(Caller caller, JobOrder order) {
        throw Problem.notFound("file");
    }
}
