package org.c25.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Names the page to which a handler leads people back whom it refuses, with the reason on top of the page. Without
 * this, or if the thing they asked for is not there, they get the error page.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface BackTo {

    /** An address such as <code>/sets/{id}</code>; its variables are those of the handler's own address. */
    String value();

    /** The parameters that the address takes over from the request. */
    String[] keeping() default {};

    /** Whether the page shows the reason; false if the page itself tells the state of things. */
    boolean withReason() default true;
}
