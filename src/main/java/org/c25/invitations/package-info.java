/** Makes invitations and tells who may act by one: the secret in a link, cookies and device tokens for it. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"accounts", "audit", "bodies", "common", "mail", "security", "sets", "storage", "web"})
package org.c25.invitations;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
