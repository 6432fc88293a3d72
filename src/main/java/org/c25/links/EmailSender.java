package org.c25.links;

import org.c25.invitations.Addressee;
import org.c25.invitations.Invitations;
import org.c25.mail.MailRefusal;
import org.c25.mail.MailServer;
import org.c25.participation.JoinedPeople;
import org.c25.sets.Sets;
import org.c25.studies.StudyView;
import org.c25.web.PublicAddress;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Sends the e-mails that wait, again and again. Every node has a sender; an e-mail is sent by the one that takes it.
 */
@Component
class EmailSender {

    private static final Logger LOG = LoggerFactory.getLogger(EmailSender.class);
    private static final int AT_ONCE = 50;

    private final EmailQueue queue;
    private final Invitations invitations;
    private final JoinedPeople joined;
    private final Sets sets;
    private final EmailText words;
    private final PublicAddress address;
    private final MailServer mailServer;

    EmailSender(
            EmailQueue queue,
            Invitations invitations,
            JoinedPeople joined,
            Sets sets,
            EmailText words,
            PublicAddress address,
            MailServer mailServer) {
        this.queue = queue;
        this.invitations = invitations;
        this.joined = joined;
        this.sets = sets;
        this.words = words;
        this.address = address;
        this.mailServer = mailServer;
    }

    /**
     * Sends e-mails until none is due, or the server can't be reached: then the others wait for the next time as they
     * are.
     */
    @Scheduled(fixedDelayString = "${c25.mail.interval}", initialDelayString = "${c25.mail.interval}")
    void sendDue() {
        if (!mailServer.isReady()) {
            return;
        }
        boolean any = true;
        while (any) {
            any = false;
            for (EmailQueue.Due letter : queue.due(AT_ONCE)) {
                if (queue.take(letter)) {
                    any = true;
                    if (!attempt(letter)) {
                        return;
                    }
                }
            }
        }
    }

    /**
     * Tries to send an e-mail.
     *
     * @return false if the server is away
     */
    private boolean attempt(EmailQueue.Due letter) {
        try {
            Recipient to = new Recipient(
                    invitations.addressee(letter.invitationId()).orElseThrow(),
                    joined.by(letter.invitationId()).orElse(null));
            if (!to.isAwaited()) {
                queue.cancel(letter);
                return true;
            }
            send(letter, to);
            queue.sent(letter);
            return true;
        } catch (MailRefusal refusal) {
            LOG.warn("E-mail {} was not taken, attempt {}", letter.id(), letter.attempts() + 1);
            queue.refused(letter, refusal.whyWithoutLink(), refusal.isForGood());
            return !refusal.isServerAway();
        } catch (RuntimeException e) {
            LOG.error("E-mail {} could not be written", letter.id(), e);
            queue.refused(letter, "could not be written; the log of the server says why", false);
            return true;
        }
    }

    private void send(EmailQueue.Due letter, Recipient to) {
        StudyView study = sets.studyOfInvited(to.invitation().setId());
        mailServer.send(
                "letter-" + letter.id(),
                String.valueOf(to.invitation().email()),
                words.subject(letter.kind(), to, study),
                words.body(letter.kind(), to, study, link(to.invitation())),
                to.language().toLanguageTag(),
                study.protocol().contact());
    }

    private String link(Addressee to) {
        if (to.secret() == null) {
            throw new MailRefusal(
                    "The link is not kept, or links.key is not the file with which it was: revoke it and invite again",
                    true,
                    false);
        }
        String beginning = address.configured().orElseGet(() -> {
            if (to.publicAddress() == null) {
                throw new MailRefusal("The address of this server is not known: set c25.public-url", true, false);
            }
            return to.publicAddress();
        });
        return beginning + "/join/" + to.secret().text();
    }
}
