/** The pages that lead a participant from a link to the first trial, back again on another device, and out. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "accounts",
            "bodies",
            "common",
            "forms",
            "invitations",
            "participation",
            "portions",
            "protocol",
            "questionnaires",
            "recruiting",
            "security",
            "sets",
            "studies",
            "waiting",
            "web"
        })
package org.c25.enrolment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
