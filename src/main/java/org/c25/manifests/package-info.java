/** Manifests: the lists of a set's images, as files have them. */
@NullMarked
@ApplicationModule(allowedDependencies = {"affect", "common"})
package org.c25.manifests;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
