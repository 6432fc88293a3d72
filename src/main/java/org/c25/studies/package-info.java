/** The studies: what all sets of one experiment share, and who may see them. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"accounts", "affect", "audit", "bodies", "common", "forms", "protocol", "web"})
package org.c25.studies;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
