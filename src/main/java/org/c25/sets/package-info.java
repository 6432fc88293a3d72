/** The image sets of a study: the manifest, the choice from AffectNet, the items and their pictures, opening and closing. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "accounts",
            "affect",
            "audit",
            "bodies",
            "common",
            "images",
            "jobs",
            "manifests",
            "protocol",
            "studies",
            "web"
        })
package org.c25.sets;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
