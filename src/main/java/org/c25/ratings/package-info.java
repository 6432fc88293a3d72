/**
 * The answers that count, read in one place: the latest revision of each trial, and the first showing of each image.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"affect", "common", "participation", "portions", "sets"})
package org.c25.ratings;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
