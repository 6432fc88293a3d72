/**
 * Shows what models say of a set's images beside what its participants say. No statistic of the participants counts a
 * model.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "accounts",
            "affect",
            "agreement",
            "common",
            "comparison",
            "crowd",
            "downloads",
            "predictions",
            "ratings",
            "results",
            "sets",
            "studies",
            "web"
        })
package org.c25.models;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
