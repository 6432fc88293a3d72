/** The C25 files, out and in: one class a format, written to the byte. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "affect",
            "agreement",
            "ratings",
            "results",
            "annotation",
            "enrolment",
            "downloads",
            "sets",
            "studies",
            "accounts",
            "audit",
            "web"
        })
package org.c25.export;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
