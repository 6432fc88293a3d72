package org.c25.bodies;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.util.function.LongSupplier;
import org.apache.coyote.InputBuffer;
import org.apache.tomcat.util.net.ApplicationBufferHandler;
import org.jspecify.annotations.Nullable;

/**
 * Ends the reading of a body that trickles. In each span of waiting, a least number of bytes has to come. Tomcat itself
 * limits only the wait for the next byte. Only waiting counts: what the reader does between two reads is not the
 * sender's fault.
 */
final class PacedInput implements InputBuffer {

    /** The attribute of a request that holds its input. */
    static final String OF_REQUEST = PacedInput.class.getName();

    private final InputBuffer body;
    private final long span;
    private final long least;
    private final LongSupplier clock;
    private long waited;
    private long came;

    /**
     * @param span the length of a span of waiting, in nanoseconds
     * @param least the bytes that have to come in each span
     * @param clock a clock in nanoseconds
     */
    PacedInput(InputBuffer body, long span, long least, LongSupplier clock) {
        this.body = body;
        this.span = span;
        this.least = least;
        this.clock = clock;
    }

    /** Begins a new span, as for the next request of the connection. */
    void begin() {
        waited = 0;
        came = 0;
    }

    @Override
    public int doRead(ApplicationBufferHandler handler) throws IOException {
        long before = clock.getAsLong();
        int read = body.doRead(handler);
        waited += clock.getAsLong() - before;
        came += Math.max(read, 0);
        if (came >= least) {
            begin();
        } else if (waited > span && read >= 0) {
            throw new SocketTimeoutException("the body comes too slowly"); // answered as 408
        }
        return read;
    }

    @Override
    public int available() {
        return body.available();
    }

    /** Reads what has come, and throws it away. */
    void discard() throws IOException {
        doRead(new Nowhere());
    }

    private static final class Nowhere implements ApplicationBufferHandler {

        private @Nullable ByteBuffer buffer;

        @Override
        public void setByteBuffer(@Nullable ByteBuffer buffer) {
            this.buffer = buffer;
        }

        @Override
        public @Nullable ByteBuffer getByteBuffer() {
            return buffer;
        }

        @Override
        public void expand(int size) {}
    }
}
