/** Image sets chosen by the votes of other sets' participants: images about which people disagree. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "accounts",
            "affect",
            "affectnet",
            "agreement",
            "common",
            "images",
            "manifests",
            "ratings",
            "sampling",
            "sets",
            "studies"
        })
package org.c25.votes;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
