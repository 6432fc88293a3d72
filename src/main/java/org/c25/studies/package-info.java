/** Studies: what all sets of one experiment share, and who may see them. */
@NullMarked
@ApplicationModule(allowedDependencies = {"affect", "accounts", "audit", "forms", "web"})
package org.c25.studies;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
