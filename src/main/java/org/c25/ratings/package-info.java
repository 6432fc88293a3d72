/** The answers that count, read in one place: of each trial the latest revision, of each image its first showing. */
@NullMarked
@ApplicationModule(allowedDependencies = {"affect", "participation", "sets"})
package org.c25.ratings;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
