/** Large files: made few at a time, kept on disk, and sent while neither a thread nor a connection waits for who reads. */
@NullMarked
@ApplicationModule(allowedDependencies = {"accounts", "common"})
package org.c25.downloads;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
