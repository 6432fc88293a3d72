/**
 * The classes that every package needs and that depend on no other package: problems, times, hashes, CSV, and the
 * version.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package org.c25.common;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
