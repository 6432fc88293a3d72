/** Jobs: what takes long and is done apart from its request, by one node at a time; rows in the database, which survive a restart. */
@NullMarked
@ApplicationModule(allowedDependencies = {"accounts", "common", "downloads", "storage", "web"})
package org.c25.jobs;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
