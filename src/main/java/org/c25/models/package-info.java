/** What models say of a set's images, held against what its participants say; no statistic of theirs counts it. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "accounts",
            "affect",
            "agreement",
            "audit",
            "common",
            "downloads",
            "ratings",
            "results",
            "sets",
            "studies",
            "web"
        })
package org.c25.models;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
