/** Models of a set's raters: which there are, what each says of raters and images, and how well it foretells answers. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "accounts",
            "affect",
            "agreement",
            "common",
            "crowd",
            "ratings",
            "results",
            "sets",
            "studies",
            "web"
        })
package org.c25.ratermodels;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
