package org.c25.annotation;

/**
 * The reply to an answer that is on disk.
 *
 * @param revision 1 for the first answer to the trial
 * @param answered how many trials had an answer once this one was in
 * @param total how many trials there are
 */
record Acknowledgement(int position, int revision, int answered, int total) {}
