/** Trials and their answers: the page on which participants rate faces, and the record, which is only ever added to. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "accounts",
            "affect",
            "bodies",
            "common",
            "enrolment",
            "faces",
            "forms",
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
