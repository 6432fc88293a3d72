/** How reliable the answers of a set are, and what a new study needs: pages, a figure, and what programs get. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "accounts",
            "affect",
            "agreement",
            "common",
            "figures",
            "protocol",
            "ratings",
            "reliability",
            "results",
            "sets",
            "studies",
            "web"
        })
package org.c25.planning;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
