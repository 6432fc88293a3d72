/**
 * Checks of quality: flags on what participants answered, decisions on them, and the agreement if somebody's answers
 * were left out.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "accounts",
            "affect",
            "agreement",
            "audit",
            "common",
            "invitations",
            "participation",
            "protocol",
            "ratings",
            "sets",
            "studies",
            "web"
        })
package org.c25.quality;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
