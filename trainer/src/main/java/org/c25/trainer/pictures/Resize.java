package org.c25.trainer.pictures;

import java.util.Locale;

/**
 * How a picture gets another size. The two differ where it gets smaller: the first passes over pixels, the second doesn't.
 * Both calculate with whole numbers and round as their libraries do, so that a network sees the same numbers as there.
 */
public enum Resize {

    /**
     * As OpenCV's {@code resize} with {@code INTER_LINEAR}, its default: each new pixel is weighed from the four
     * nearest, however much smaller the picture gets.
     */
    OPENCV {
        @Override
        Taps across(int from, int to) {
            return Taps.nearestTwo(from, to, true);
        }

        @Override
        Taps down(int from, int to) {
            return Taps.nearestTwo(from, to, false);
        }

        @Override
        int between(int sum) {
            return sum >> 4;
        }

        @Override
        int weighed(int weight, int value) {
            return weight * value >> 16;
        }

        @Override
        int done(int sum) {
            return sum + 2 >> 2;
        }
    },

    /**
     * As Pillow's {@code resize} with {@code BILINEAR}, which {@code torchvision.transforms.Resize} uses for its
     * images: a triangle as wide as the new pixel, so that every old pixel counts. First across, then down.
     */
    PILLOW {
        @Override
        Taps across(int from, int to) {
            return Taps.triangle(from, to);
        }

        @Override
        Taps down(int from, int to) {
            return Taps.triangle(from, to);
        }

        @Override
        int between(int sum) {
            return done(sum);
        }

        @Override
        int weighed(int weight, int value) {
            return weight * value;
        }

        @Override
        int done(int sum) {
            return sum + (1 << Taps.TRIANGLE_BITS - 1) >> Taps.TRIANGLE_BITS;
        }
    };

    private static final int WHITE = 255;

    abstract Taps across(int from, int to);

    abstract Taps down(int from, int to);

    /** Returns what is kept of a sum across, before the sum down. */
    abstract int between(int sum);

    abstract int weighed(int weight, int value);

    /** Returns the sample that a sum down makes, before it is cut to 0 … 255. */
    abstract int done(int sum);

    /** Returns the picture in this size, its sides scaled apart. */
    public Picture to(int width, int height, Picture picture) {
        if (picture.width() == width && picture.height() == height) {
            return picture;
        }
        Taps across = across(picture.width(), width);
        Taps down = down(picture.height(), height);
        int[] rgb = new int[width * height];
        int[] column = new int[picture.height()];
        for (int channel = 0; channel < Picture.CHANNELS; channel++) {
            for (int x = 0; x < width; x++) {
                for (int y = 0; y < column.length; y++) {
                    int sum = 0;
                    for (int tap = 0; tap < across.count(x); tap++) {
                        sum += across.weight(x, tap) * picture.sample(across.from(x, tap), y, channel);
                    }
                    column[y] = between(sum);
                }
                for (int y = 0; y < height; y++) {
                    int sum = 0;
                    for (int tap = 0; tap < down.count(y); tap++) {
                        sum += weighed(down.weight(y, tap), column[down.from(y, tap)]);
                    }
                    rgb[y * width + x] |= Math.min(WHITE, Math.max(0, done(sum))) << Picture.shift(channel);
                }
            }
        }
        return new Picture(width, height, rgb);
    }

    /** Returns the name in options and files. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
