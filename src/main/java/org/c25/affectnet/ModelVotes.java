package org.c25.affectnet;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What all models say of one image.
 *
 * @param index its row in Training.csv, from 0; null if the file goes by names
 * @param filename its bare file name; null if the file goes by indexes alone
 * @param votes one for each model, in the same order for every image
 */
public record ModelVotes(@Nullable Integer index, @Nullable String filename, List<ModelVote> votes) {}
