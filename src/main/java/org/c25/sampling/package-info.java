/** Draws samples that are balanced over strata; pure functions of a seed. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package org.c25.sampling;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
