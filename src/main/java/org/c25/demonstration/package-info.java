/**
 * The demonstration study of a first start, with drawn faces and the answers of invented raters, and the box that says
 * where to go.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "accounts",
            "affect",
            "annotation",
            "common",
            "faces",
            "invitations",
            "participation",
            "predictions",
            "protocol",
            "security",
            "sets",
            "storage",
            "studies",
            "web"
        })
package org.c25.demonstration;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
