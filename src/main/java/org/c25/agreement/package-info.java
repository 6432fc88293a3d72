/** The statistics of how far the participants of a set agree. */
@NullMarked
@ApplicationModule(allowedDependencies = {"affect", "common", "ratings", "sampling"})
package org.c25.agreement;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
