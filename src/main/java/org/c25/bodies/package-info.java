/** How much of a request's body is read, from whom, and how fast it has to come. Nothing that a stranger sends fills memory, disk or threads. */
@NullMarked
@ApplicationModule(allowedDependencies = {"common", "web"})
package org.c25.bodies;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
