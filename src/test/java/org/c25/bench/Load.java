package org.c25.bench;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Sends requests over connections that are kept, all from one thread without blocking: on a machine that the server
 * shares, what the driver takes is missing to the server.
 */
final class Load {

    /** What one connection sends, a request after the reply to the one before. */
    interface Lane {

        /** The next request; null if there is none left. */
        byte @Nullable [] next();

        Outcome replied(int status, String body);
    }

    /** Whether a reply's latency counts, does not count, or tells an error. */
    enum Outcome {
        COUNTS,
        PASSED,
        FAILED
    }

    private Load() {}

    /** Sends until the time is over or a lane has nothing left, and waits for the last replies. */
    static Latencies run(int port, List<? extends Lane> lanes, int seconds) throws IOException {
        Latencies latencies = new Latencies();
        try (Selector selector = Selector.open()) {
            List<Line> lines = new ArrayList<>();
            long start = System.nanoTime();
            long end = start + seconds * 1_000_000_000L;
            for (Lane lane : lanes) {
                lines.add(new Line(lane, port, selector, latencies));
            }
            int open = 0;
            boolean goesOn = true;
            for (Line line : lines) {
                goesOn = goesOn && line.send();
                open += goesOn ? 1 : 0;
            }
            while (open > 0) {
                selector.select();
                for (SelectionKey key : selector.selectedKeys()) {
                    Line line = (Line) key.attachment();
                    if (line.hasReply()) {
                        goesOn = goesOn && System.nanoTime() < end && line.send();
                        open -= goesOn ? 0 : 1;
                    }
                }
                selector.selectedKeys().clear();
            }
            latencies.took(System.nanoTime() - start);
            for (Line line : lines) {
                line.channel.close();
            }
        }
        return latencies;
    }

    private static final class Line {

        private static final int LARGEST_REPLY = 1 << 20;

        private final Lane lane;
        private final SocketChannel channel;
        private final Latencies latencies;
        private final ByteBuffer in = ByteBuffer.allocate(LARGEST_REPLY);
        private long sent;

        Line(Lane lane, int port, Selector selector, Latencies latencies) throws IOException {
            this.lane = lane;
            this.latencies = latencies;
            channel = SocketChannel.open(new InetSocketAddress("127.0.0.1", port));
            channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
            channel.configureBlocking(false);
            channel.register(selector, SelectionKey.OP_READ, this);
        }

        /** Requests are short: the socket's buffer takes each at once. */
        boolean send() throws IOException {
            byte[] request = lane.next();
            if (request == null) {
                return false;
            }
            in.clear();
            sent = System.nanoTime();
            ByteBuffer out = ByteBuffer.wrap(request);
            while (out.hasRemaining()) {
                channel.write(out);
            }
            return true;
        }

        /** Reads what has come; whether the reply is whole, and has been handed on. */
        boolean hasReply() throws IOException {
            if (channel.read(in) < 0) {
                throw new EOFException("The server has closed the connection: " + text(0, in.position()));
            }
            int head = endOfHead();
            if (head < 0) {
                return false;
            }
            String headers = text(0, head);
            int status = Integer.parseInt(headers.substring(9, 12));
            String body = body(headers, status, head);
            if (body == null) {
                return false;
            }
            long latency = System.nanoTime() - sent;
            switch (lane.replied(status, body)) {
                case COUNTS -> latencies.add(latency);
                case FAILED -> latencies.failed();
                case PASSED -> {}
            }
            return true;
        }

        private int endOfHead() {
            byte[] bytes = in.array();
            for (int i = 3; i < in.position(); i++) {
                if (bytes[i] == '\n' && bytes[i - 1] == '\r' && bytes[i - 2] == '\n' && bytes[i - 3] == '\r') {
                    return i + 1;
                }
            }
            return -1;
        }

        /** The body; null if it has not come whole. */
        private @Nullable String body(String headers, int status, int head) {
            int length = headers.indexOf("Content-Length: ");
            if (length >= 0) {
                int from = length + "Content-Length: ".length();
                int bytes = Integer.parseInt(headers.substring(from, headers.indexOf('\r', from)));
                return in.position() >= head + bytes ? text(head, head + bytes) : null;
            }
            return status == 204 ? "" : chunks(head);
        }

        private @Nullable String chunks(int from) {
            StringBuilder body = new StringBuilder();
            int at = from;
            while (true) {
                int line = at;
                while (line < in.position() && in.get(line) != '\n') {
                    line++;
                }
                if (line >= in.position()) {
                    return null;
                }
                int size = Integer.parseInt(text(at, line - 1), 16);
                if (in.position() < line + 1 + size + 2) {
                    return null;
                }
                if (size == 0) {
                    return body.toString();
                }
                body.append(text(line + 1, line + 1 + size));
                at = line + 1 + size + 2;
            }
        }

        private String text(int from, int to) {
            return new String(in.array(), from, to - from, StandardCharsets.ISO_8859_1);
        }
    }
}
