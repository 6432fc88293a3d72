package org.c25.trainer.pictures;

/**
 * A decoded picture, without transparency.
 *
 * @param rgb its pixels, row by row from the upper left corner, each 0xRRGGBB
 */
public record Picture(int width, int height, int[] rgb) {

    /** The number of channels. */
    public static final int CHANNELS = 3;

    private static final int BYTE = 0xFF;

    /** @throws IllegalArgumentException if there are not width × height pixels */
    public Picture {
        if (width < 1 || height < 1 || rgb.length != width * height) {
            throw new IllegalArgumentException(width + " × " + height + " pixels, and " + rgb.length + " of them");
        }
    }

    /**
     * Returns one channel of one pixel, 0 … 255.
     *
     * @param channel 0 red, 1 green, 2 blue
     */
    public int sample(int x, int y, int channel) {
        return rgb[y * width + x] >> shift(channel) & BYTE;
    }

    /** Returns the bits by which a channel is shifted in a pixel. */
    static int shift(int channel) {
        return Byte.SIZE * (CHANNELS - 1 - channel);
    }
}
