/**
 * Compares what models say of a set's images with what its participants say. No statistic of the participants counts a
 * model.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "accounts",
            "affect",
            "agreement",
            "audit",
            "common",
            "comparison",
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
