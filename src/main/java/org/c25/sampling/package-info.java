/** Draws samples: balanced over strata, and image sets from AffectNet's Training.csv; pure functions of a seed. */
@NullMarked
@ApplicationModule(allowedDependencies = {"affect", "web"})
package org.c25.sampling;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
