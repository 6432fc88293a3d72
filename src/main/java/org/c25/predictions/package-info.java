/** What models say of a set's images: their files, their cards, and their rows. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"accounts", "affect", "audit", "common", "comparison", "ratings", "results", "sets"})
package org.c25.predictions;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
