/** The audit events: an append-only record of who of the staff did what to what, and when. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package org.c25.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
