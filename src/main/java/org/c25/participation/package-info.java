/**
 * The people who take part: participants and their slots, the order of their trials, signs of life, drop-outs, and
 * withdrawal.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "accounts",
            "affect",
            "audit",
            "common",
            "invitations",
            "portions",
            "protocol",
            "sampling",
            "security",
            "sets",
            "studies"
        })
package org.c25.participation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
