package org.c25.bodies;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;

/** The part of a request's body that has come so far, in memory. */
final class Body {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final int most;
    private final Runnable onClose;

    /**
     * @param most the most bytes that the body may have
     * @param onClose called once, when the body is needed no more
     */
    Body(int most, Runnable onClose) {
        this.most = most;
        this.onClose = onClose;
    }

    /**
     * Adds bytes that have come.
     *
     * @throws BodyRefused 413 if the body gets longer than it may be
     */
    void add(byte[] chunk, int length) {
        if (bytes.size() + length > most) {
            throw BodyRefused.tooLong(most);
        }
        bytes.write(chunk, 0, length);
    }

    int most() {
        return most;
    }

    ByteArrayInputStream stream() {
        return new ByteArrayInputStream(bytes.toByteArray());
    }

    byte[] bytes() {
        return bytes.toByteArray();
    }

    void close() {
        onClose.run();
    }
}
