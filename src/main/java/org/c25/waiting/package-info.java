/** The waiting list, the queue before a slot, and offers of free slots. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "accounts",
            "common",
            "invitations",
            "participation",
            "protocol",
            "recruiting",
            "security",
            "sets",
            "studies",
            "web"
        })
package org.c25.waiting;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
