/** The results of a set: which answers are selected, and the agreement statistics computed from them. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"accounts", "affect", "agreement", "common", "crowd", "ratings", "sets", "web"})
package org.c25.results;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
