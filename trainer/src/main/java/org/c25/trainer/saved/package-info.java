/** Networks that have learned, as files: a card, weights, what each rater is like, and what they say of the images. */
@NullMarked
package org.c25.trainer.saved;

import org.jspecify.annotations.NullMarked;
