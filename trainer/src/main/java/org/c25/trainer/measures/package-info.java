/** How well what a network says fits the people, and how well people fit each other. */
@NullMarked
package org.c25.trainer.measures;

import org.jspecify.annotations.NullMarked;
