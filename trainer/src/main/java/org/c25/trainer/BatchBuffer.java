package org.c25.trainer;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;

/**
 * Memory outside Java's heap in which batch after batch is handed to a library. A library that is given an array takes such
 * memory anew each time, and only a collection of Java's heap, which may be far away, gives it back.
 */
public final class BatchBuffer {

    private ByteBuffer bytes = ByteBuffer.allocateDirect(0);

    /**
     * Returns the numbers of a batch as bytes. They are overwritten by the next batch.
     */
    public ByteBuffer bytes(float[] numbers) {
        int length = Math.multiplyExact(numbers.length, Float.BYTES);
        if (bytes.capacity() < length) {
            bytes = ByteBuffer.allocateDirect(length);
        }
        bytes.clear().limit(length);
        bytes.order(ByteOrder.nativeOrder());
        bytes.asFloatBuffer().put(numbers);
        return bytes;
    }

    /** Returns the same as floats. */
    public FloatBuffer floats(float[] numbers) {
        return bytes(numbers).asFloatBuffer();
    }
}
