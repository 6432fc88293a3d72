package org.c25.participation;

import io.swagger.v3.oas.annotations.Parameter;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * On a parameter of a handler: the person who asks, as a {@link Participant}. Whoever has not consented yet, or has
 * withdrawn, is answered with 409, and the handler does not run. An {@code Optional<Participant>} refuses nobody: it is
 * empty before consent, and tells of somebody who has left, unless all was erased.
 */
@Target(ElementType.PARAMETER)
@Retention(RetentionPolicy.RUNTIME)
@Parameter(hidden = true)
public @interface TakingPart {}
