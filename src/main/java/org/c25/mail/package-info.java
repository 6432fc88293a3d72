/** The mail server, and e-mail addresses. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package org.c25.mail;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
