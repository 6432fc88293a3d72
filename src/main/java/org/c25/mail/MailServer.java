package org.c25.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;

/** The mail server, if one is named. */
@Component
public class MailServer {

    private final @Nullable JavaMailSender server;
    private final String from;
    private final String lacks;

    MailServer(
            ObjectProvider<JavaMailSender> server, @Value("${spring.mail.host:}") String host, MailSettings settings) {
        this.server = host.isBlank() ? null : server.getIfAvailable();
        this.from = settings.from().strip();
        this.lacks = this.server == null ? "spring.mail.host" : sender(from).isEmpty() ? "c25.mail.from" : "";
    }

    public boolean isReady() {
        return lacks.isEmpty();
    }

    /** Returns the setting that is missing or wrong; empty if none is. */
    public String lacks() {
        return lacks;
    }

    /**
     * Hands an e-mail to the server.
     *
     * @param name the name of the e-mail, such as {@code letter-7}, by which one that came twice can be recognised
     * @param contact the address for replies; ignored if it is no address
     * @throws MailRefusal if the server does not take it
     */
    public void send(String name, String to, String subject, String body, String language, String contact) {
        try {
            MimeMessageHelper message =
                    new MimeMessageHelper(require().createMimeMessage(), StandardCharsets.UTF_8.name());
            message.setValidateAddresses(true);
            InternetAddress sender = sender(from).orElseThrow();
            message.setFrom(sender);
            message.setTo(to);
            Optional<EmailAddress> replyTo = EmailAddress.in(contact);
            if (replyTo.isPresent()) {
                message.setReplyTo(replyTo.get().text());
            }
            message.setSubject(subject);
            message.setText(body);
            MimeMessage whole = message.getMimeMessage();
            whole.setHeader("Content-Language", language);
            // RFC 3834: this header keeps out-of-office replies away.
            whole.setHeader("Auto-Submitted", "auto-generated");
            whole.setHeader("Message-ID", "<c25-" + name + "@" + domain(sender) + ">");
            require().send(whole);
        } catch (MessagingException | RuntimeException e) {
            throw MailRefusal.of(e);
        }
    }

    private JavaMailSender require() {
        if (server == null) {
            throw new IllegalStateException("no mail server is named");
        }
        return server;
    }

    private static Optional<InternetAddress> sender(String from) {
        try {
            InternetAddress address = new InternetAddress(from, true);
            if (address.getPersonal() != null) {
                address.setPersonal(address.getPersonal(), StandardCharsets.UTF_8.name());
            }
            return Optional.of(address).filter(known -> known.getAddress().contains("@"));
        } catch (MessagingException | java.io.UnsupportedEncodingException e) {
            return Optional.empty();
        }
    }

    private static String domain(InternetAddress address) {
        return address.getAddress().substring(address.getAddress().indexOf('@') + 1);
    }
}
