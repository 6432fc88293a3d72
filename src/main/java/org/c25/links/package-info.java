/** Shows the links of a set on a page, and sends the e-mails that carry them. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "accounts",
            "audit",
            "bodies",
            "common",
            "forms",
            "invitations",
            "mail",
            "participation",
            "protocol",
            "recruiting",
            "security",
            "sets",
            "studies",
            "waiting",
            "web"
        })
package org.c25.links;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
