package org.c25.studies;

/** An archived study goes on. Published in the transaction in which it does. */
public record StudyUnarchived(long studyId) {}
