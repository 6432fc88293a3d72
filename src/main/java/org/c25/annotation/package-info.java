/** Trials and their answers: the page on which faces are rated, and the record that is only ever added to. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"affect", "enrolment", "sets", "faces", "studies", "images", "accounts", "audit", "web"})
package org.c25.annotation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
