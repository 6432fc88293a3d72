/** The rating matrix: items by participants, what statistics and exports read. */
@NullMarked
@ApplicationModule(allowedDependencies = {"affect", "sets"})
package org.c25.agreement;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
