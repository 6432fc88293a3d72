/**
 * Stores, checks, crops and serves pictures, and reads them from archives and folders. No other package knows where
 * they lie.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"common", "storage"})
package org.c25.images;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
