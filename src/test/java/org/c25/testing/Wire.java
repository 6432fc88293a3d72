package org.c25.testing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;

/** A connection on which one says exactly what one wants, as slowly as one wants. */
public final class Wire implements AutoCloseable {

    private static final int PATIENCE_MILLIS = 120_000;

    private final Socket socket;

    public Wire(int port) throws IOException {
        socket = new Socket();
        socket.connect(new InetSocketAddress("localhost", port), PATIENCE_MILLIS);
        socket.setSoTimeout(PATIENCE_MILLIS);
        socket.setTcpNoDelay(true);
    }

    /** Lines of a request's head, and the empty line behind them. */
    public Wire head(String... lines) throws IOException {
        return say(String.join("\r\n", lines) + "\r\nHost: localhost\r\n\r\n");
    }

    public Wire say(String text) throws IOException {
        return say(text.getBytes(ISO_8859_1));
    }

    public Wire say(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
        socket.getOutputStream().flush();
        return this;
    }

    /** Says it, as far as the server listens: what it answers is heard in any case. */
    public Wire sayWhileHeard(byte[] bytes) {
        try {
            return say(bytes);
        } catch (IOException ended) {
            return this;
        }
    }

    /** All that comes until the server ends the connection, however it does. */
    public String heard() {
        ByteArrayOutputStream heard = new ByteArrayOutputStream();
        try {
            InputStream in = socket.getInputStream();
            for (int b = in.read(); b >= 0; b = in.read()) {
                heard.write(b);
            }
        } catch (IOException reset) {
            // That is an end, too.
        }
        return heard.toString(ISO_8859_1);
    }

    /** What has been sent, until a line with this in it has come. */
    public String heardUntil(String words) throws IOException {
        StringBuilder heard = new StringBuilder();
        InputStream in = socket.getInputStream();
        while (heard.indexOf(words) < 0) {
            int b = in.read();
            if (b < 0) {
                throw new IOException("ended after: " + heard);
            }
            heard.append((char) b);
        }
        return heard.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
