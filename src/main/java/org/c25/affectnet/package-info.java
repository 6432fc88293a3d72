/** Image sets chosen from AffectNet: its Training.csv, models' predictions, the rules of choice, and the pages for it. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"accounts", "affect", "common", "images", "sampling", "sets", "studies", "web"})
package org.c25.affectnet;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
