/**
 * Large files: they are made few at a time, kept on disk, and sent without a thread or a connection that waits for the
 * reader.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"accounts", "common"})
package org.c25.downloads;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
