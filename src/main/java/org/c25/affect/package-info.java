/** The vocabulary of the ratings: expressions, the nine steps of valence and arousal, complete ratings. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package org.c25.affect;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
