package org.c25.annotation;

import java.util.UUID;
import org.c25.affect.Rating;
import org.jspecify.annotations.Nullable;

/**
 * An answer as it comes from a client.
 *
 * @param id made by the client; a retry brings the same
 * @param responseTimeMillis from the face's appearance to the answer, in milliseconds; null if not measured
 */
record NewAnnotation(UUID id, Rating rating, @Nullable Long responseTimeMillis) {}
