package org.c25.mail;

import jakarta.mail.internet.AddressException;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.springframework.mail.MailAuthenticationException;
import org.springframework.mail.MailSendException;

/** Says why an e-mail could not be sent. */
public final class MailRefusal extends RuntimeException {

    private static final long serialVersionUID = 1;
    private static final int LONGEST = 500;

    private final boolean forGood;
    private final boolean serverAway;

    public MailRefusal(String why, boolean forGood, boolean serverAway) {
        super(why);
        this.forGood = forGood;
        this.serverAway = serverAway;
    }

    static MailRefusal of(Exception e) {
        boolean serverAway = e instanceof MailAuthenticationException
                // Spring gives a cause if it could not talk to the server, and none if the server refused one e-mail.
                || e instanceof MailSendException failed && failed.getCause() != null;
        Throwable why = e;
        boolean forGood = false;
        for (Throwable cause = first(e); cause != null; cause = cause.getCause()) {
            why = cause;
            forGood |= isForGood(cause);
        }
        String words = why.getMessage() == null ? why.getClass().getSimpleName() : why.getMessage();
        return new MailRefusal(words.strip().replaceAll("\\s+", " "), forGood, serverAway);
    }

    private static Throwable first(Exception e) {
        return e instanceof MailSendException failed && failed.getMessageExceptions().length > 0
                ? failed.getMessageExceptions()[0]
                : e;
    }

    /** Whether a refusal stays the same next time: a reply of 5xx to a recipient or a message does (RFC 5321). */
    private static boolean isForGood(Throwable cause) {
        return cause instanceof SMTPAddressFailedException address && address.getReturnCode() >= 500
                || cause instanceof SMTPSendFailedException message && message.getReturnCode() >= 550
                || cause instanceof AddressException;
    }

    /**
     * Returns what the server said, or what stood in the way; at most 500 characters. A server may quote the e-mail
     * that it refuses. Everything from the link's secret on is left out, because the secret can come broken over
     * several lines.
     */
    public String whyWithoutLink() {
        String why = String.valueOf(getMessage()).replaceFirst("/join/.*", "/join/…");
        return why.length() > LONGEST ? why.substring(0, LONGEST) : why;
    }

    /** Whether the same e-mail would be refused again. */
    public boolean isForGood() {
        return forGood;
    }

    /** Whether any other e-mail would be refused as well just now. */
    public boolean isServerAway() {
        return serverAway;
    }
}
