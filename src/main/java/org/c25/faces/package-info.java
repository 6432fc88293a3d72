/** Draws faces that show an expression: for the demonstration and for practice, where no real face may be shown. */
@NullMarked
@ApplicationModule(allowedDependencies = {"affect"})
package org.c25.faces;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
