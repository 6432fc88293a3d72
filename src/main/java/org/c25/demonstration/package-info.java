/** The demonstration study of a first start, with drawn faces and an open set, and the box that says where to go. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "accounts",
            "affect",
            "common",
            "faces",
            "invitations",
            "protocol",
            "security",
            "sets",
            "studies",
            "web"
        })
package org.c25.demonstration;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
