package org.c25.trainer.pictures;

import java.util.Locale;

/** How a picture gets another size. The two ways differ where it gets smaller: the first skips pixels, the second doesn't. */
public enum Resize {

    /**
     * As OpenCV's {@code resize} with {@code INTER_LINEAR}, its default: each new pixel is weighed from the four
     * nearest, however much smaller the picture gets. OpenCV calculates with whole numbers: single values may differ by 1
     * of 255.
     */
    OPENCV {
        @Override
        Taps taps(int from, int to) {
            return Taps.nearestTwo(from, to);
        }

        @Override
        boolean roundsBetween() {
            return false;
        }
    },

    /**
     * As Pillow's {@code resize} with {@code BILINEAR}, which {@code torchvision.transforms.Resize} uses: a triangle as
     * wide as the new pixel, so that every old pixel counts. First across, then down, with whole numbers between.
     */
    PILLOW {
        @Override
        Taps taps(int from, int to) {
            return Taps.triangle(from, to);
        }

        @Override
        boolean roundsBetween() {
            return true;
        }
    };

    private static final double MOST = 255;

    abstract Taps taps(int from, int to);

    abstract boolean roundsBetween();

    /** Returns the picture in this size, its sides scaled apart. */
    public Picture to(int width, int height, Picture picture) {
        if (picture.width() == width && picture.height() == height) {
            return picture;
        }
        Taps across = taps(picture.width(), width);
        Taps down = taps(picture.height(), height);
        int[] rgb = new int[width * height];
        double[] column = new double[picture.height()];
        for (int channel = 0; channel < Picture.CHANNELS; channel++) {
            int shift = Byte.SIZE * (Picture.CHANNELS - 1 - channel);
            for (int x = 0; x < width; x++) {
                for (int y = 0; y < column.length; y++) {
                    double sum = 0;
                    for (int tap = 0; tap < across.count(x); tap++) {
                        sum += across.weight(x, tap) * picture.sample(across.first(x) + tap, y, channel);
                    }
                    column[y] = roundsBetween() ? rounded(sum) : sum;
                }
                for (int y = 0; y < height; y++) {
                    double sum = 0;
                    for (int tap = 0; tap < down.count(y); tap++) {
                        sum += down.weight(y, tap) * column[down.first(y) + tap];
                    }
                    rgb[y * width + x] |= (int) rounded(sum) << shift;
                }
            }
        }
        return new Picture(width, height, rgb);
    }

    private static double rounded(double value) {
        return Math.min(MOST, Math.max(0, Math.floor(value + 0.5)));
    }

    /** Returns the name in options and files. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
