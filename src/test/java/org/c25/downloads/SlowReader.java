package org.c25.downloads;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;

/** A client on a bad line, over a real socket: it reads a little of an answer, and goes on when it is told to. */
final class SlowReader implements AutoCloseable {

    private static final int LITTLE = 4000;

    private final Socket socket = new Socket();
    private final ByteArrayOutputStream read = new ByteArrayOutputStream();

    /** @param more headers, each with its line end */
    SlowReader(int port, String path, String more) throws IOException {
        socket.setReceiveBufferSize(LITTLE);
        socket.setSoTimeout(60_000);
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        String request = "GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n" + more + "\r\n";
        socket.getOutputStream().write(request.getBytes(ISO_8859_1));
    }

    /** Waits for the first bytes. @return the status line */
    String begin() throws IOException {
        InputStream in = socket.getInputStream();
        byte[] little = in.readNBytes(LITTLE);
        read.writeBytes(little);
        return read.toString(ISO_8859_1).lines().findFirst().orElse("");
    }

    /** Reads a little more: whoever takes nothing for long is cut off. */
    void sip() throws IOException {
        read.writeBytes(socket.getInputStream().readNBytes(LITTLE));
    }

    /** Reads so many bytes and forgets them. @return whether there may be more */
    boolean more(int bytes) throws IOException {
        return socket.getInputStream().readNBytes(bytes).length == bytes;
    }

    /** Reads on to the end. @return the body */
    byte[] finish() throws IOException {
        read.writeBytes(socket.getInputStream().readAllBytes());
        byte[] all = read.toByteArray();
        int head = read.toString(ISO_8859_1).indexOf("\r\n\r\n") + 4;
        byte[] body = new byte[all.length - head];
        System.arraycopy(all, head, body, 0, body.length);
        return body;
    }

    /** Goes away without a word, as where the battery is empty. */
    void vanish() throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
