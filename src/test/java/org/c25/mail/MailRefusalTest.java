package org.c25.mail;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.util.Map;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mail.MailAuthenticationException;
import org.springframework.mail.MailSendException;

/** What is read from a mail server's refusal: whether to try again, and what to tell. */
class MailRefusalTest {

    private static MailRefusal refused(Exception why) {
        return MailRefusal.of(new MailSendException(Map.of("the e-mail", why)));
    }

    @ParameterizedTest
    @CsvSource({"450, false", "499, false", "500, true", "550, true"})
    void aRecipientIsRefusedForGoodFrom500On(int code, boolean forGood) throws AddressException {
        MailRefusal refusal = refused(new SMTPAddressFailedException(
                new InternetAddress("anna@example.org"), "RCPT TO", code, "no such user"));

        assertThat(refusal.isForGood()).isEqualTo(forGood);
        assertThat(refusal.isServerAway()).isFalse();
        assertThat(refusal.whyWithoutLink()).isEqualTo("no such user");
    }

    @ParameterizedTest
    @CsvSource({"451, false", "530, false", "550, true", "554, true"})
    void anEmailIsRefusedForGoodFrom550On(int code, boolean forGood) {
        Address[] nobody = {};
        MailRefusal refusal =
                refused(new SMTPSendFailedException("DATA", code, "not taken", null, nobody, nobody, nobody));

        assertThat(refusal.isForGood()).isEqualTo(forGood);
        assertThat(refusal.isServerAway()).isFalse();
    }

    @Test
    void aServerThatCannotBeReachedOrLetsNobodyInIsAway() {
        assertThat(MailRefusal.of(new MailSendException("no connection", new MessagingException("refused")))
                        .isServerAway())
                .isTrue();
        assertThat(MailRefusal.of(new MailAuthenticationException("wrong password"))
                        .isServerAway())
                .isTrue();
    }

    @Test
    void theSecretOfALinkIsNotTold() {
        MailRefusal refusal = new MailRefusal("spam: http://localhost/join/abc def ghi", false, false);

        assertThat(refusal.whyWithoutLink()).isEqualTo("spam: http://localhost/join/…");
    }

    @Test
    void aLongReasonIsCut() {
        assertThat(new MailRefusal("x".repeat(2000), false, false).whyWithoutLink())
                .hasSize(500);
    }
}
