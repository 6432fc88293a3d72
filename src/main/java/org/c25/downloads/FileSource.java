package org.c25.downloads;

import java.io.IOException;
import java.nio.ByteBuffer;

/** The bytes of a file that is being sent. */
interface FileSource {

    long bytes();

    /** Reads into the buffer from a place of the file on. @return how many bytes, at least one before the end */
    int read(ByteBuffer buffer, long from) throws IOException;

    /** Called once, at the end. @param whole whether all that was wanted was sent */
    void done(boolean whole);
}
