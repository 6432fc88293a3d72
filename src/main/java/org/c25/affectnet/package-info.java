/**
 * Image sets chosen from AffectNet: its Training.csv, models' predictions, the selection rules, and the page for them.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "accounts",
            "affect",
            "common",
            "images",
            "jobs",
            "manifests",
            "sampling",
            "sets",
            "studies",
            "web"
        })
package org.c25.affectnet;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
