package org.c25.models;

import java.time.Instant;

/**
 * A model rater of a set.
 *
 * @param coding the codes that its file had
 * @param noneOfEight of how many images it said none of the eight expressions
 * @param sha256 the SHA-256 of its file
 * @param addedBy an account's name
 */
public record ModelView(
        long id,
        String name,
        String note,
        LabelScheme coding,
        int noneOfEight,
        String sha256,
        String addedBy,
        Instant addedAt) {}
