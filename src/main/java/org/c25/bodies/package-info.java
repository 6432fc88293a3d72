/**
 * The limits of request bodies: how long they may be, who may send them, and how fast they have to come. Nothing that a
 * stranger sends fills memory, disk or threads.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"common", "web"})
package org.c25.bodies;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
