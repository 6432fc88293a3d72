package org.c25.annotation;

import java.util.UUID;
import org.c25.affect.Rating;

/**
 * An answer as it comes from a client.
 *
 * @param id made by the client; a retry brings the same
 */
record NewAnnotation(UUID id, Rating rating, Paradata paradata) {}
