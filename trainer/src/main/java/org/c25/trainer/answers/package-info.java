/** What the crowd answered: the C25 files of one or more sets, and what follows from them for each image. */
@NullMarked
package org.c25.trainer.answers;

import org.jspecify.annotations.NullMarked;
