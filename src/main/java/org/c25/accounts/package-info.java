/** The accounts of the staff, with roles, API tokens, sign-in, and the rules of who may call what. */
@NullMarked
@ApplicationModule(allowedDependencies = {"audit", "bodies", "common", "forms", "security", "storage", "web"})
package org.c25.accounts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
