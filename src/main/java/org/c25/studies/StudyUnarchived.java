package org.c25.studies;

/** The event that a study is not archived any more, published in the transaction that unarchives it. */
public record StudyUnarchived(long studyId) {}
