/** Questions about the person, before and after the trials. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"bodies", "common", "invitations", "participation", "protocol", "sets", "studies"})
package org.c25.questionnaires;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
