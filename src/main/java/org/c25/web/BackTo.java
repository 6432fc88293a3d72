package org.c25.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The page to which a handler leads whoever is refused, with the reason on top of it. Without this, or if what they asked for is
 * not there, they get the error page.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface BackTo {

    /** An address such as <code>/sets/{id}</code>; its variables are those of the handler's own address. */
    String value();

    /** The parameters that the address takes over from the request. */
    String[] keeping() default {};

    /** False where the page itself says how things stand. */
    boolean withReason() default true;
}
