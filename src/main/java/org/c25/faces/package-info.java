/** Draws faces that show an expression, where no real face may be shown, and the manikins beside the scales. */
@NullMarked
@ApplicationModule(allowedDependencies = {"affect"})
package org.c25.faces;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
