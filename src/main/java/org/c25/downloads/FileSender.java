package org.c25.downloads;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends a file. It writes the next part whenever the reader has taken the part before. */
final class FileSender implements WriteListener, AsyncListener {

    private static final Logger LOG = LoggerFactory.getLogger(FileSender.class);

    private final AsyncContext async;
    private final FileSource source;
    private final long end;
    private final ByteBuffer buffer = ByteBuffer.allocate(1 << 15);
    private final AtomicBoolean done = new AtomicBoolean();
    private long place;

    FileSender(AsyncContext async, FileSource source, long from, long end) {
        this.async = async;
        this.source = source;
        this.place = from;
        this.end = end;
    }

    @Override
    public void onWritePossible() throws IOException {
        ServletOutputStream out = async.getResponse().getOutputStream();
        while (out.isReady()) {
            if (place == end) {
                finish(true);
                async.complete();
                return;
            }
            buffer.clear().limit((int) Math.min(buffer.capacity(), end - place));
            int read = source.read(buffer, place);
            if (read < 0) {
                throw new EOFException("the file has become shorter while it was sent");
            }
            place += read;
            out.write(buffer.array(), 0, read);
        }
    }

    /** Ends the sending when the reader is gone or was cut off. */
    @Override
    public void onError(Throwable e) {
        LOG.debug("A download broke off after {} of {} bytes: {}", place, end, e.toString());
        finish(false);
    }

    private void finish(boolean whole) {
        if (done.compareAndSet(false, true)) {
            source.done(whole);
        }
    }

    @Override
    public void onComplete(AsyncEvent event) {
        finish(false);
    }

    /**
     * Completes the request, after the other method of this name was called. Otherwise the container would put an error
     * page into the download.
     */
    @Override
    public void onError(AsyncEvent event) {
        finish(false);
        async.complete();
    }

    @Override
    public void onTimeout(AsyncEvent event) {
        finish(false);
    }

    @Override
    public void onStartAsync(AsyncEvent event) {
        // Nobody starts it again.
    }
}
