/** Who did what to what, and when: an append-only record. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package org.c25.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
