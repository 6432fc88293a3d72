/**
 * Completion codes for the staff: who was given which, and what the codes that a recruiter has are worth. It stores
 * nothing.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"accounts", "bodies", "common", "forms", "participation", "sets", "studies", "web"})
package org.c25.completioncodes;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
