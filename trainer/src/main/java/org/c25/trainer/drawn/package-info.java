/** A world in which the truth is known: drawn faces, and raters who are good, careless, or share a bias. */
@NullMarked
package org.c25.trainer.drawn;

import org.jspecify.annotations.NullMarked;
