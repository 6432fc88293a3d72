package org.c25.testing;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** A real SMTP server at a port of its own. It can be closed and opened again; what came before is then gone. */
public final class PostOffice {

    public final int port = freePort();

    private GreenMail server = open();

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private GreenMail open() {
        GreenMail opened = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        opened.start();
        return opened;
    }

    public void close() {
        server.stop();
    }

    public void openAgain() {
        server.stop();
        server = open();
    }

    /** All that has come, in the order in which it was written. */
    public List<Letter> letters() {
        return Arrays.stream(server.getReceivedMessages())
                .map(Letter::of)
                .sorted(Comparator.comparingLong(Letter::number))
                .toList();
    }

    /** Waits for so many letters, 20 seconds at most. */
    public boolean awaits(int letters) {
        return server.waitForIncomingEmail(20_000, letters);
    }

    public record Letter(String to, String from, String replyTo, String subject, String body, long number) {

        private static Letter of(MimeMessage message) {
            try {
                return new Letter(
                        message.getAllRecipients()[0].toString(),
                        message.getFrom()[0].toString(),
                        message.getReplyTo()[0].toString(),
                        message.getSubject(),
                        message.getContent().toString().replace("\r\n", "\n"),
                        Long.parseLong(Visitor.found("^<c25-[a-z]+-([0-9]+)@example.org>$", message.getMessageID())));
            } catch (MessagingException e) {
                throw new IllegalStateException(e);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /** The address of the link in it. */
        public String link() {
            return Visitor.found("(http\\S+/join/\\S+)", body);
        }
    }
}
