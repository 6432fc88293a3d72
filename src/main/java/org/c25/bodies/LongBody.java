package org.c25.bodies;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a handler whose form or JSON may be as long as {@link BodyLimits#LONG}, such as a study's protocol or a
 * thousand addresses. Handlers of files don't need it.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface LongBody {}
