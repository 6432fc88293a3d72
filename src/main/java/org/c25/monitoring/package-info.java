/**
 * Lets staff watch a set: who is at work, how far they are, when it will end, and what was done by whom.
 * This package only reads, over many tables; it leaves pausing and closing a set to {@code sets}.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "accounts",
            "affect",
            "agreement",
            "audit",
            "bodies",
            "common",
            "participation",
            "portions",
            "protocol",
            "quality",
            "ratings",
            "sets",
            "studies",
            "web"
        })
package org.c25.monitoring;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
