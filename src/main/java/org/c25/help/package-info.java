/** Help for the staff where they stand: the documents of the project, served by the server itself. */
@NullMarked
@ApplicationModule(allowedDependencies = {"common"})
package org.c25.help;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
