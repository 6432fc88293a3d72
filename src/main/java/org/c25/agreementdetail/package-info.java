/** The page of a set's agreement in detail, and the same for programs. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "accounts",
            "affect",
            "agreement",
            "annotation",
            "common",
            "concordance",
            "downloads",
            "figures",
            "participation",
            "protocol",
            "questionnaires",
            "ratings",
            "results",
            "sets",
            "studies",
            "web"
        })
package org.c25.agreementdetail;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
