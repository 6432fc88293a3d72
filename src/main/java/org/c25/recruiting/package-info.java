/** Recruiting links: external IDs, signatures, who is eligible for a slot, and how fast slots are given. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "accounts",
            "audit",
            "common",
            "invitations",
            "mail",
            "participation",
            "protocol",
            "security",
            "sets",
            "studies",
            "web"
        })
package org.c25.recruiting;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
