/** Secrets and the filters that read them, keys in the data folder, and the sealing of secrets by them. */
@NullMarked
@ApplicationModule(allowedDependencies = {"common"})
package org.c25.security;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
