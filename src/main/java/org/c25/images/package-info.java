/** Stores, checks and serves the bytes of pictures, and reads them from archives; nothing else knows where they lie. */
@NullMarked
@ApplicationModule(allowedDependencies = {"web"})
package org.c25.images;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
