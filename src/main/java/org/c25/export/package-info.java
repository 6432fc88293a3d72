/** Writes and reads the C25 files: one class per format, exact to the byte. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "accounts",
            "affect",
            "agreement",
            "agreementdetail",
            "annotation",
            "audit",
            "common",
            "crowd",
            "downloads",
            "jobs",
            "models",
            "participation",
            "ratermodels",
            "ratings",
            "reports",
            "results",
            "sets",
            "studies",
            "web"
        })
package org.c25.export;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
