package org.c25.trainer.pictures;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Objects;

/** The drawn pictures that {@code src/test/python/make_pictures.py} has made. */
public final class TestPictures {

    private TestPictures() {}

    public static Path file(String name) {
        try {
            return Path.of(Objects.requireNonNull(TestPictures.class.getResource(name), name)
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Returns the mean difference of all samples, in steps of 255. */
    static double meanDifference(Picture one, Picture other) {
        double sum = 0;
        for (int y = 0; y < one.height(); y++) {
            for (int x = 0; x < one.width(); x++) {
                for (int channel = 0; channel < Picture.CHANNELS; channel++) {
                    sum += Math.abs(one.sample(x, y, channel) - other.sample(x, y, channel));
                }
            }
        }
        return sum / (Picture.CHANNELS * one.rgb().length);
    }
}
