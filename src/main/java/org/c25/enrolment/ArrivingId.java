package org.c25.enrolment;

/**
 * The ID that somebody brings by a recruiting link.
 *
 * @param proven whether the recruiter's signature shows that it is that person's
 */
record ArrivingId(OutsideId id, boolean proven) {}
