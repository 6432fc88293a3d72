package org.c25.trainer.predict;

/** What a network says of one image of a set. */
record Prediction(Item item, Reading reading) {}
