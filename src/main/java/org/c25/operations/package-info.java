/** What those who run the server need: backups of a database that is in use, and figures for monitoring. */
@NullMarked
@ApplicationModule(allowedDependencies = {"accounts", "audit", "common", "security", "storage", "web"})
package org.c25.operations;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
