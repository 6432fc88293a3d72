/** Models of raters: what each image shows and how each rater answers, estimated together from the answers alone. */
@NullMarked
@ApplicationModule(allowedDependencies = {"affect", "agreement", "ratings"})
package org.c25.crowd;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
