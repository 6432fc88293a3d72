package org.c25.annotation;

/**
 * The reply to an answer that is stored on disk.
 *
 * @param revision 1 for the first answer to the trial
 * @param answered how many trials had an answer once this one was recorded
 * @param total how many trials the participant has
 */
public record Acknowledgement(int position, int revision, int answered, int total) {}
