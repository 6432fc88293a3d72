/** From an invitation to a place: links, consent, slots, and the order of each participant's trials. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "affect",
            "sampling",
            "sets",
            "studies",
            "images",
            "accounts",
            "audit",
            "bodies",
            "forms",
            "web"
        })
package org.c25.enrolment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
