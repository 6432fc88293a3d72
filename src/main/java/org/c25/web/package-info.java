/** Problems, error pages and page helpers; knows nothing of studies. */
@NullMarked
@ApplicationModule(allowedDependencies = {"common"})
package org.c25.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
