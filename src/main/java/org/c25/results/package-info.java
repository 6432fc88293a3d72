/** What came out of a set: coefficients with intervals, pictures for papers, each with the numbers behind it, and every image. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "affect",
            "agreement",
            "ratings",
            "downloads",
            "enrolment",
            "sets",
            "studies",
            "accounts",
            "web"
        })
package org.c25.results;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
