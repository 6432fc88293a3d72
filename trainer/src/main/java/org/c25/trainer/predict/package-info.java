/**
 * What networks say of pictures ({@code bin/predict}): others' networks as ONNX or TorchScript, by presets that state what each
 * takes and gives, and networks of {@code bin/train}. Written as the Models page of the web application takes it.
 */
@NullMarked
package org.c25.trainer.predict;

import org.jspecify.annotations.NullMarked;
