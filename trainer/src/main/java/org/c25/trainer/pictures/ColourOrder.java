package org.c25.trainer.pictures;

/** The order of the channels that a network takes. */
public enum ColourOrder {
    RGB,
    BGR;

    /** Returns which channel of a picture (0 red, 1 green, 2 blue) stands in this place. */
    int channel(int place) {
        return this == RGB ? place : Picture.CHANNELS - 1 - place;
    }
}
