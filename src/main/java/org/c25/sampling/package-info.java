/** Seeded draws and rankings: pure functions that give the same result for the same seed. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package org.c25.sampling;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
