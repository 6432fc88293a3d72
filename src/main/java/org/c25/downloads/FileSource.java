package org.c25.downloads;

import java.io.IOException;
import java.nio.ByteBuffer;

/** The bytes of a file that is being sent. */
interface FileSource {

    long bytes();

    /**
     * Reads into the buffer from a position in the file on.
     *
     * @return how many bytes it has read; at least one before the end
     */
    int read(ByteBuffer buffer, long from) throws IOException;

    /**
     * Is called once, at the end.
     *
     * @param whole whether everything that was asked for has been sent
     */
    void done(boolean whole);
}
