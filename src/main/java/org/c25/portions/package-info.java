/** Portions of large sets: each image has rating slots, and each participant gets some, those of the least rated images first. */
@NullMarked
@ApplicationModule(allowedDependencies = {"sets"})
package org.c25.portions;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
