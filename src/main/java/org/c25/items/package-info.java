/** Changes by hand to the images of a set: one is removed, replaced by a picture, or by the next of its class. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "accounts",
            "affect",
            "affectnet",
            "audit",
            "common",
            "images",
            "sets",
            "studies",
            "votes",
            "web"
        })
package org.c25.items;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
