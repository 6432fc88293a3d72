/** Watching a set: who is at work, how far and how steadily, how evenly the images are rated, and when it will end. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "affect",
            "agreement",
            "ratings",
            "quality",
            "enrolment",
            "sets",
            "studies",
            "accounts",
            "web"
        })
package org.c25.progress;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
