/** Networks that learn from the answers of a crowd ({@code bin/train}), and predictions of these and of others' ({@code bin/predict}). */
@NullMarked
package org.c25.trainer;

import org.jspecify.annotations.NullMarked;
