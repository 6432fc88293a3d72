/** The command {@code bin/train}: several ways of learning beside each other, some seeds each, on one split. */
@NullMarked
package org.c25.trainer.train;

import org.jspecify.annotations.NullMarked;
