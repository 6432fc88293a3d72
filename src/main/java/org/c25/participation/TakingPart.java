package org.c25.participation;

import io.swagger.v3.oas.annotations.Parameter;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a parameter of a handler that gets the person who asks, as a {@link Participant}. People who have not consented
 * yet, or have withdrawn, are answered with 409, and the handler does not run. An {@code Optional<Participant>} refuses
 * nobody: it is empty before consent, and holds somebody who has left, unless all was erased.
 */
@Target(ElementType.PARAMETER)
@Retention(RetentionPolicy.RUNTIME)
@Parameter(hidden = true)
public @interface TakingPart {}
