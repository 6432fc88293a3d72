/** Problems, error pages and helpers for pages. This package knows nothing of studies. */
@NullMarked
@ApplicationModule(allowedDependencies = {"common"})
package org.c25.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
