package org.c25.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** A test that holds times to a bound. They say something only where nothing else is at work, so the build leaves it out. */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@EnabledIfSystemProperty(
        named = "c25.measure",
        matches = "true",
        disabledReason =
                "measures times, which takes a machine with nothing else to do: -Dc25.measure=true asks for it")
public @interface Measured {}
