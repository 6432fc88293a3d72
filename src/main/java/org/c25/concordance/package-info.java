/** Agreement in detail: by category, by class of images, by group of raters, and over other images and other raters. */
@NullMarked
@ApplicationModule(allowedDependencies = {"affect", "agreement", "ratings"})
package org.c25.concordance;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
