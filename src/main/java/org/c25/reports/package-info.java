/** The pages, tables and pictures of a set's results, and of each image. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "accounts",
            "affect",
            "agreement",
            "common",
            "crowd",
            "downloads",
            "figures",
            "participation",
            "planning",
            "ratings",
            "results",
            "sets",
            "studies",
            "web"
        })
package org.c25.reports;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
