/**
 * Pictures as a participant sees them, and as the numbers that a network takes. Decoding, turning and cropping are those
 * of the web application and of the browser; resizing is that of the project a network comes from.
 */
@NullMarked
package org.c25.trainer.pictures;

import org.jspecify.annotations.NullMarked;
