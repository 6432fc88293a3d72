/** Figures of a set's results, drawn as SVG, each with the numbers behind it. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "accounts",
            "affect",
            "agreement",
            "common",
            "crowd",
            "participation",
            "ratings",
            "results",
            "sets",
            "studies",
            "web"
        })
package org.c25.figures;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
