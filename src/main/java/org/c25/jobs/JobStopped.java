package org.c25.jobs;

/** Ends the work of a job in the middle: it is not wanted any more, this node stops, or another node has taken it over. */
final class JobStopped extends RuntimeException {

    private static final long serialVersionUID = 1;

    JobStopped(String why) {
        super(why);
    }
}
