/** Sends e-mails through the mail server, and checks e-mail addresses. */
@NullMarked
@ApplicationModule(allowedDependencies = {"common"})
package org.c25.mail;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
