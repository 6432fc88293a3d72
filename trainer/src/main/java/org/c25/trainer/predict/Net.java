package org.c25.trainer.predict;

import java.util.List;
import java.util.Map;
import org.c25.trainer.Problem;
import org.c25.trainer.pictures.Preprocessing;

/** A network that can be asked. */
interface Net extends AutoCloseable {

    /** Stands for a side that may be anything. */
    int ANY = -1;

    /**
     * What the file states of its input.
     *
     * @param batch how many pictures it takes at once, or {@link #ANY}
     * @param height in pixels, or {@link #ANY}
     * @param width in pixels, or {@link #ANY}
     */
    record Input(int batch, int height, int width) {

        static final Input UNSTATED = new Input(ANY, ANY, ANY);

        boolean takes(int otherWidth, int otherHeight) {
            return (width == ANY || width == otherWidth) && (height == ANY || height == otherHeight);
        }
    }

    Input input();

    /**
     * Asks the network about a batch.
     *
     * @param numbers images × 3 × height × width
     * @throws Problem if it can't be asked so
     */
    List<Output> ask(float[] numbers, int images, Preprocessing preprocessing);

    /** Returns the versions of the libraries that run it, by name. */
    Map<String, String> versions();

    @Override
    void close();
}
