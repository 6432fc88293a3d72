/** Reads what is kept of a person from many tables, for that person's copy. This package only reads. */
@NullMarked
@ApplicationModule(allowedDependencies = {"common", "invitations", "participation"})
package org.c25.personaldata;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
