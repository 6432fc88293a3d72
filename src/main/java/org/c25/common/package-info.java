/** What every package needs and that knows nothing of the rest: problems, times, hashes, CSV, and the version. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package org.c25.common;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
