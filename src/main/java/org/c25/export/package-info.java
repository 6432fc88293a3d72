/** The C25 files, out and in: one class a format, written to the byte. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "accounts",
            "affect",
            "agreement",
            "annotation",
            "audit",
            "common",
            "downloads",
            "participation",
            "ratings",
            "reports",
            "results",
            "sets",
            "studies"
        })
package org.c25.export;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
