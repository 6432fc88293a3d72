/** Forms that are sent twice do a thing once, and those that come too late lose no text. */
@NullMarked
@ApplicationModule(allowedDependencies = {"common", "web"})
package org.c25.forms;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
