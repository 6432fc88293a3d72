package org.c25.affectnet;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The predictions of all models for one image.
 *
 * @param index the image's row in Training.csv, from 0; null if the file goes by names
 * @param filename the bare file name of the image; null if the file goes by indexes alone
 * @param votes one prediction for each model, in the same order for every image
 */
public record ModelVotes(@Nullable Integer index, @Nullable String filename, List<ModelVote> votes) {}
