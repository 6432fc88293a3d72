/** The database and the store of files that hold the data: whether they can be used, and what happens while they can't. */
@NullMarked
@ApplicationModule(allowedDependencies = {"common"})
package org.c25.storage;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
