/**
 * Lets staff change the images of a set by hand: remove one, or replace it by a picture or by the next of its class.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "accounts",
            "affect",
            "affectnet",
            "audit",
            "common",
            "images",
            "jobs",
            "manifests",
            "sets",
            "studies",
            "votes",
            "web"
        })
package org.c25.items;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
