/** Notices to staff: finds what has happened in sets, and tells it by e-mail and to webhooks. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "accounts",
            "audit",
            "common",
            "invitations",
            "mail",
            "participation",
            "quality",
            "ratings",
            "security",
            "sets",
            "studies",
            "web"
        })
package org.c25.notices;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
