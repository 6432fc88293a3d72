/** Studies: what all sets of one experiment share, and who may see them. */
@NullMarked
@ApplicationModule(allowedDependencies = {"affect", "accounts", "audit", "bodies", "forms", "web"})
package org.c25.studies;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
