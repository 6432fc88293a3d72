/** The way from pictures and answers to a network: targets, steps, epochs, what is kept on the way. */
@NullMarked
package org.c25.trainer.learning;

import org.jspecify.annotations.NullMarked;
