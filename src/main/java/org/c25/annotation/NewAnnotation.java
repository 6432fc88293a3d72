package org.c25.annotation;

import java.util.UUID;
import org.c25.affect.Rating;
import org.jspecify.annotations.Nullable;

/**
 * An answer as it comes from a client.
 *
 * @param id the id that the client has made; a retry sends the same id
 * @param participation the participation in which it was given; null where the client does not say
 */
public record NewAnnotation(
        UUID id, Rating rating, Paradata paradata, @Nullable String participation) {}
