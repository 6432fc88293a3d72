/** The Data page of a set: files to download, answers to import, and frozen versions to cite. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "accounts",
            "affect",
            "annotation",
            "audit",
            "common",
            "downloads",
            "export",
            "invitations",
            "jobs",
            "participation",
            "sets",
            "storage",
            "studies",
            "web"
        })
package org.c25.datapage;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
