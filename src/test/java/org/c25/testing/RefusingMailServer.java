package org.c25.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A mail server that takes nothing: it refuses each recipient, or each letter once it has read it. */
public final class RefusingMailServer implements AutoCloseable {

    private final ServerSocket socket;
    private final Thread thread = new Thread(this::serve);
    private final String toRecipients;

    /** @param toRecipients the reply, such as {@code 550 5.1.1 No such user}; if 250, the letter is refused and quoted */
    public RefusingMailServer(int port, String toRecipients) {
        this.toRecipients = toRecipients;
        try {
            this.socket = new ServerSocket();
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress("127.0.0.1", port));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        thread.setDaemon(true);
        thread.start();
    }

    private void serve() {
        while (!socket.isClosed()) {
            try (Socket client = socket.accept()) {
                talk(
                        new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8)),
                        new PrintStream(client.getOutputStream(), true, StandardCharsets.UTF_8));
            } catch (IOException e) {
                // The client is gone, or we are closed.
            }
        }
    }

    private void talk(BufferedReader in, PrintStream out) throws IOException {
        say(out, "220 refusing");
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            String command = line.length() < 4 ? line : line.substring(0, 4).toUpperCase(java.util.Locale.ROOT);
            switch (command) {
                case "RCPT" -> say(out, toRecipients);
                case "DATA" -> {
                    say(out, "354 go on");
                    say(out, "554 5.7.1 Looks like spam: " + quoted(in));
                }
                case "QUIT" -> {
                    say(out, "221 bye");
                    return;
                }
                default -> say(out, "250 ok");
            }
        }
    }

    private static String quoted(BufferedReader in) throws IOException {
        String link = "";
        for (String line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
            link = line.contains("/join/") ? line : link;
        }
        return link;
    }

    private static void say(PrintStream out, String line) {
        out.print(line + "\r\n");
        out.flush();
    }

    /** Until the port is free again. */
    @Override
    public void close() throws IOException {
        socket.close();
        try {
            thread.join(10_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
