package org.c25.notices;

import java.util.Optional;
import org.c25.accounts.Accounts;
import org.c25.accounts.Caller;
import org.c25.mail.MailServer;
import org.c25.studies.Studies;
import org.springframework.stereotype.Component;

/** Decides whether a notice can go to a target: an account must still be there, see the study, and have an address. */
@Component
class NoticeReaders {

    private final Accounts accounts;
    private final Studies studies;
    private final NoticeAddresses addresses;
    private final MailServer mailServer;

    NoticeReaders(Accounts accounts, Studies studies, NoticeAddresses addresses, MailServer mailServer) {
        this.accounts = accounts;
        this.studies = studies;
        this.addresses = addresses;
        this.mailServer = mailServer;
    }

    /**
     * Whether notices are written to a target. Without a mail server none is written to accounts, so that nobody gets
     * months later what was news today.
     */
    boolean reaches(NoticeTarget target) {
        return target.isWebhook() || mailServer.isReady() && addressOf(target).isPresent();
    }

    /** Returns the address of an account that may read of the study; empty if nothing is sent to it. */
    Optional<String> addressOf(NoticeTarget target) {
        return Optional.ofNullable(target.accountId())
                .flatMap(accounts::enabled)
                .filter(reader -> sees(reader, target.studyId()))
                .flatMap(reader -> addresses.of(reader.accountId()))
                .filter(NoticeAddresses.Kept::isUsable)
                .map(NoticeAddresses.Kept::address);
    }

    private boolean sees(Caller reader, long studyId) {
        return reader.isAdmin() || studies.ofInvited(studyId).ownerId() == reader.accountId();
    }
}
