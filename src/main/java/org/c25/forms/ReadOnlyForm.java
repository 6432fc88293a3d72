package org.c25.forms;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Marks a form's handler that only shows something: it runs as often as the form is sent. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface ReadOnlyForm {

    /** The field that a form must have for its handler to only show something; empty if the handler never does more. */
    String ifSent() default "";
}
