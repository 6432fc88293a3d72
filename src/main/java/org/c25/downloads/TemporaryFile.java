package org.c25.downloads;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * A file that nobody else can open, since it has no name any more. Its room on the disk is free again once it is
 * closed, also when the process is killed. So there is nothing to tidy up at a start.
 */
final class TemporaryFile implements AutoCloseable {

    private final FileChannel channel;
    private final Runnable closed;
    private final AtomicBoolean open = new AtomicBoolean(true);
    private final AtomicLong bytes = new AtomicLong();

    private TemporaryFile(FileChannel channel, Runnable closed) {
        this.channel = channel;
        this.closed = closed;
    }

    /**
     * Makes an empty file.
     *
     * @param folder the folder; null for the system's temporary folder
     * @param closed runs once, when the file is gone
     */
    static TemporaryFile in(@Nullable Path folder, Runnable closed) throws IOException {
        Path path = folder == null
                ? Files.createTempFile("c25-download-", ".tmp")
                : Files.createTempFile(Files.createDirectories(folder), "c25-download-", ".tmp");
        return new TemporaryFile(
                FileChannel.open(
                        path, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE),
                closed);
    }

    /** Returns a stream that writes to the end of the file. */
    OutputStream out() {
        OutputStream file = Channels.newOutputStream(channel);
        return new OutputStream() {

            @Override
            public void write(int b) throws IOException {
                write(new byte[] {(byte) b}, 0, 1);
            }

            @Override
            public void write(byte[] b, int from, int length) throws IOException {
                file.write(b, from, length);
                bytes.addAndGet(length);
            }
        };
    }

    /** Returns how many bytes have been written. */
    long bytes() {
        return bytes.get();
    }

    /** Reads into the buffer from a position in the file on. Several threads can do so at the same time. */
    int read(ByteBuffer buffer, long from) throws IOException {
        return channel.read(buffer, from);
    }

    @Override
    public void close() {
        if (open.compareAndSet(true, false)) {
            try {
                channel.close();
            } catch (IOException e) {
                // Nothing is lost: the file's content is not wanted any more.
            } finally {
                closed.run();
            }
        }
    }
}
