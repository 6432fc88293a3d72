/** Secrets and the filters that read them, keys in the store of files, and the sealing of secrets by them. */
@NullMarked
@ApplicationModule(allowedDependencies = {"common", "storage"})
package org.c25.security;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
