/** The report of a study: one HTML file with its pictures in it, which says what came out and what can't be said. */
@NullMarked
package org.c25.trainer.report;

import org.jspecify.annotations.NullMarked;
