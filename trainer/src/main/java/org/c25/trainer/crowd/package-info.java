/**
 * Layers that stand between a network and each rater's answers, and are thrown away after training: F. Rodrigues and
 * F. Pereira, Deep Learning from Crowds, AAAI 2018.
 */
@NullMarked
package org.c25.trainer.crowd;

import org.jspecify.annotations.NullMarked;
