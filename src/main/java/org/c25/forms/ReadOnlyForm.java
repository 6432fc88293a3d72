package org.c25.forms;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A form's handler that only shows something: it is asked as often as the form is sent. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface ReadOnlyForm {

    /** Only where the form has this field; empty for always. */
    String ifSent() default "";
}
