package org.c25.trainer.pictures;

import java.util.List;

/**
 * What becomes of a picture before a network sees it: another size, then (value / 255 − mean) / std in each channel.
 *
 * @param width of the network's input in pixels
 * @param height of the network's input in pixels
 * @param mean of each channel in the network's order, on 0 … 1; 0 takes nothing away
 * @param std of each channel in the network's order, above 0; 1 scales nothing
 */
public record Preprocessing(
        int width, int height, Resize resize, ColourOrder colours, List<Double> mean, List<Double> std) {

    private static final double WHITE = 255;
    private static final int VALUES = 256;

    /** @throws IllegalArgumentException if a size is below 1, or mean and std are not three numbers, std above 0 */
    public Preprocessing {
        mean = List.copyOf(mean);
        std = List.copyOf(std);
        if (width < 1 || height < 1) {
            throw new IllegalArgumentException("a network's input has at least 1 × 1 pixels");
        }
        if (mean.size() != Picture.CHANNELS || std.size() != Picture.CHANNELS) {
            throw new IllegalArgumentException("mean and std have three numbers, one for each channel");
        }
        if (std.stream().anyMatch(one -> !(one > 0))) {
            throw new IllegalArgumentException("std is above 0");
        }
    }

    /** Returns the same with another way to resize. */
    public Preprocessing with(Resize other) {
        return new Preprocessing(width, height, other, colours, mean, std);
    }

    /** Returns the same with another mean and std. */
    public Preprocessing with(List<Double> otherMean, List<Double> otherStd) {
        return new Preprocessing(width, height, resize, colours, otherMean, otherStd);
    }

    /** Returns how many numbers a picture becomes: 3 × height × width. */
    public int numbers() {
        return Picture.CHANNELS * height * width;
    }

    /** Returns the picture as numbers: all of the first channel row by row, then all of the second, then the third. */
    public float[] of(Picture picture) {
        float[] numbers = new float[numbers()];
        into(numbers, 0, picture);
        return numbers;
    }

    /** Writes the numbers of a picture into those of a batch, from this place on. */
    public void into(float[] batch, int from, Picture picture) {
        Picture sized = resize.to(width, height, picture);
        int[] rgb = sized.rgb();
        float[] becomes = new float[VALUES];
        for (int place = 0; place < Picture.CHANNELS; place++) {
            for (int value = 0; value < VALUES; value++) {
                becomes[value] = (float) ((value / WHITE - mean.get(place)) / std.get(place));
            }
            int shift = Picture.shift(colours.channel(place));
            int first = from + place * rgb.length;
            for (int pixel = 0; pixel < rgb.length; pixel++) {
                batch[first + pixel] = becomes[rgb[pixel] >> shift & 0xFF];
            }
        }
    }
}
