package org.c25.notices;

import java.time.Clock;
import org.c25.accounts.Caller;
import org.c25.common.Problem;
import org.c25.mail.EmailAddress;
import org.c25.mail.MailRefusal;
import org.c25.mail.MailServer;
import org.c25.security.Secret;
import org.c25.web.PublicAddress;
import org.springframework.stereotype.Component;

/** Asks somebody of the staff by e-mail whether an address is theirs. */
@Component
class NoticeAddressMail {

    private final NoticeAddresses addresses;
    private final MailServer mailServer;
    private final PublicAddress publicAddress;
    private final Clock clock;

    NoticeAddressMail(NoticeAddresses addresses, MailServer mailServer, PublicAddress publicAddress, Clock clock) {
        this.addresses = addresses;
        this.mailServer = mailServer;
        this.publicAddress = publicAddress;
        this.clock = clock;
    }

    /**
     * Keeps the address, and sends an e-mail with the link that proves it. It is sent at once and not as a row: the
     * secret in it is kept nowhere.
     *
     * @throws Problem 422 if nothing can be sent there, and as {@link NoticeAddresses#propose}
     */
    void ask(Caller caller, String typed) {
        if (!mailServer.isReady()) {
            throw Problem.invalid(
                    "address", "can’t be asked: no e-mail can be sent until " + mailServer.lacks() + " is set");
        }
        if (EmailAddress.isInvented(typed.strip())) {
            throw Problem.invalid("address", "is invented: nothing is sent to an address that ends with .invalid");
        }
        Secret proof = addresses.propose(caller, typed);
        try {
            mailServer.send(
                    "address-" + clock.millis(),
                    typed.strip(),
                    "C25: is this your address?",
                    "Somebody who is signed in as " + caller.getUsername()
                            + " wants to get notices about studies here. If it is you, open this link within a day,"
                            + " and sign in:\n\n"
                            + publicAddress.of("/account/notices/proof/" + proof.text())
                            + "\n\nIf it is not you, do nothing: no notice will come.\n",
                    "en",
                    "");
        } catch (MailRefusal refusal) {
            String why = String.valueOf(refusal.getMessage()).replaceFirst("/proof/.*", "/proof/…");
            throw Problem.invalid("address", "could not be asked. The mail server says: " + why);
        }
    }
}
