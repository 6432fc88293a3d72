/** Networks: a small one, ResNet50, or somebody's TorchScript file, each with a new last layer for what is rated. */
@NullMarked
package org.c25.trainer.network;

import org.jspecify.annotations.NullMarked;
