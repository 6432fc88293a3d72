/**
 * The protocol of a study, what it asks of its participants, as plain values: design, labels, questions, recruiter,
 * limits, and its file.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"affect", "common", "security"})
package org.c25.protocol;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
