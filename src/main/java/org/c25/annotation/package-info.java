/** Trials and their answers: the page on which faces are rated, and the record that is only ever added to. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "accounts",
            "affect",
            "common",
            "enrolment",
            "faces",
            "images",
            "invitations",
            "participation",
            "personaldata",
            "protocol",
            "sets",
            "studies",
            "web"
        })
package org.c25.annotation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
