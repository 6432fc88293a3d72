/** Makes a form that is sent twice do its work once, and keeps the text of a form that comes too late. */
@NullMarked
@ApplicationModule(allowedDependencies = {"common", "web"})
package org.c25.forms;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
