/** How reliable the ratings of a set are, and how many raters and images a study needs: pure statistics. */
@NullMarked
@ApplicationModule(allowedDependencies = {"affect", "agreement", "common", "ratings"})
package org.c25.reliability;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
