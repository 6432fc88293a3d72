/** How people are invited and reminded: a set's links, e-mails that carry them, cards to hand out, and what became of each. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"enrolment", "sets", "studies", "accounts", "audit", "bodies", "forms", "web"})
package org.c25.letters;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
