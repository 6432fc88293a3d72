/**
 * The statistics of models held against people and against each other: figures, noise ceilings, intervals and tests. No
 * Spring and no SQL.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"affect", "agreement", "common", "ratings"})
package org.c25.comparison;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
