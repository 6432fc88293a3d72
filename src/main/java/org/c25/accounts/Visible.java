package org.c25.accounts;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a parameter of a handler that gets what the id in the path names, if the {@link Caller} may see it. Otherwise
 * the call is answered with 404, and the handler does not run. The variable in the path has the parameter's name, so in
 * {@code /sets/{set}/slots} it is {@code @Visible SetView set}.
 */
@Target(ElementType.PARAMETER)
@Retention(RetentionPolicy.RUNTIME)
@Parameter(in = ParameterIn.PATH, required = true, schema = @Schema(type = "integer", format = "int64"))
public @interface Visible {}
