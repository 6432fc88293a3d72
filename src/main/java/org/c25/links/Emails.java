package org.c25.links;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.IntFunction;
import org.c25.accounts.Caller;
import org.c25.audit.Audit;
import org.c25.common.Problem;
import org.c25.invitations.Addressee;
import org.c25.invitations.InvitationRevoked;
import org.c25.invitations.Invitations;
import org.c25.invitations.InvitationsDeleted;
import org.c25.invitations.NewLink;
import org.c25.mail.MailServer;
import org.c25.participation.ParticipantStalled;
import org.c25.participation.ParticipantWithdrew;
import org.c25.participation.Replacements;
import org.c25.participation.SlotOffered;
import org.c25.participation.SlotReleased;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes e-mails to invited people and cancels those that are not wanted any more. An e-mail is a row;
 * {@link EmailSender} sends it afterwards. Without a mail server none is written, so that nobody gets months later an
 * e-mail that was meant for today.
 */
@Service
@Transactional
class Emails {

    /** The least time between two reminders to a person, however many people and jobs want to remind them. */
    static final Duration BETWEEN_REMINDERS = Duration.ofHours(24);

    private final JdbcClient jdbc;
    private final Invitations invitations;
    private final Links links;
    private final MailServer mailServer;
    private final Audit audit;
    private final Clock clock;

    Emails(JdbcClient jdbc, Invitations invitations, Links links, MailServer mailServer, Audit audit, Clock clock) {
        this.jdbc = jdbc;
        this.invitations = invitations;
        this.links = links;
        this.mailServer = mailServer;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Makes a link for each address, and writes the e-mails that carry them.
     *
     * @param place names the nth address in messages about it
     * @param send whether e-mails are written
     * @throws Problem as {@link Invitations#inviteEach} does, and 422 if e-mails are wanted and can't be sent
     */
    List<NewLink> invite(Caller caller, long setId, List<String> emails, IntFunction<String> place, boolean send) {
        if (send) {
            requireMail("send");
        }
        List<NewLink> made = invitations.inviteEach(caller, setId, emails, place);
        if (send) {
            made.forEach(link -> insert(link.invitationId(), EmailKind.INVITATION));
        }
        return made;
    }

    /**
     * Sends an invitation for the first time, or an e-mail once more that failed or was cancelled.
     *
     * @throws Problem 409 if there is nothing to send
     */
    void send(Caller caller, long setId, long invitationId) {
        LinkView link = require(caller, setId, invitationId);
        requireMail("letter");
        if (!link.reachable()) {
            throw Problem.conflict("No e-mail can go to this link: it has no address, or has been revoked.");
        }
        if (link.letter() == null) {
            insert(invitationId, EmailKind.INVITATION);
        } else if (jdbc.sql("""
                        update letter set state = 'WAITING', attempts = 0, next_attempt_at = ?, last_error = null
                        where id = ? and state in ('FAILED', 'CANCELLED')""").params(now(), link.letter().id()).update() == 0) {
            throw Problem.conflict("The e-mail is on its way or sent already.");
        }
        audit.record(caller.getUsername(), "letter sent", "set " + setId, "invitation " + invitationId);
    }

    /**
     * Reminds one person.
     *
     * @throws Problem 409 if the person can't be reached, has finished or left, or had a reminder a short while ago
     */
    void remind(Caller caller, long setId, long invitationId) {
        LinkView link = require(caller, setId, invitationId);
        requireMail("reminder");
        if (!link.reachable() || !link.status().isAwaited()) {
            throw Problem.conflict(
                    "There is nobody to remind by this link: the person has finished or left, or the link has no address.");
        }
        if (!remind(invitationId)) {
            throw Problem.conflict("A reminder was written within the last 24 hours; one a day is enough.");
        }
        audit.record(caller.getUsername(), "people reminded", "set " + setId, "invitation " + invitationId);
    }

    /**
     * Reminds several people, with an audit event for each.
     *
     * @param invitationIds links; those that are not there are passed over in silence
     * @param each gets each link, and why its person got no reminder; null if they got one
     */
    void remindEach(
            Caller caller, long setId, Collection<Long> invitationIds, BiConsumer<LinkView, @Nullable String> each) {
        List<LinkView> wanted = links.of(caller, setId).stream()
                .filter(link -> invitationIds.contains(link.id()))
                .toList();
        requireMail("reminder");
        for (LinkView link : wanted) {
            String whyNot = link.whyNoReminder();
            if (whyNot == null && !remind(link.id())) {
                whyNot = "A reminder was written at the same moment.";
            }
            if (whyNot == null) {
                audit.record(caller.getUsername(), "people reminded", "set " + setId, "invitation " + link.id());
            }
            each.accept(link, whyNot);
        }
    }

    /** Reminds everybody whose link has one of the group's states, as far as an address is known. */
    Reminded remindAll(Caller caller, long setId, ReminderGroup whom) {
        List<LinkView> all = links.of(caller, setId).stream()
                .filter(link -> whom.statuses().contains(link.status()))
                .toList();
        requireMail("reminder");
        List<LinkView> reachable = all.stream().filter(LinkView::reachable).toList();
        int written = (int) reachable.stream().filter(link -> remind(link.id())).count();
        if (written > 0) {
            audit.record(caller.getUsername(), "people reminded", "set " + setId, whom + ", " + written + " e-mails");
        }
        return new Reminded(written, reachable.size() - written, all.size() - reachable.size());
    }

    /**
     * Writes a reminder unless there was one of late. Of several at once, only the one that changes the row writes it.
     */
    private boolean remind(long invitationId) {
        boolean due = invitations.remind(invitationId, BETWEEN_REMINDERS);
        if (due) {
            insert(invitationId, EmailKind.REMINDER);
        }
        return due;
    }

    @EventListener
    void on(ParticipantStalled stalled) {
        if (isReachable(stalled.invitationId())) {
            remind(stalled.invitationId());
        }
    }

    @EventListener
    void on(SlotReleased released) {
        if (isReachable(released.invitationId())) {
            insert(released.invitationId(), EmailKind.PLACE_RELEASED);
        }
    }

    /** Cancels what has not gone out of the e-mail about a slot that is theirs again. */
    @EventListener
    void on(Replacements.PutBack putBack) {
        jdbc.sql("""
                        update letter set state = 'CANCELLED'
                        where invitation_id = ? and kind = ? and state in ('WAITING', 'FAILED')""")
                .params(putBack.invitationId(), EmailKind.PLACE_RELEASED.name())
                .update();
    }

    @EventListener
    void on(SlotOffered offered) {
        if (isReachable(offered.invitationId())) {
            insert(offered.invitationId(), EmailKind.PLACE_OFFERED);
        }
    }

    private boolean isReachable(long invitationId) {
        return mailServer.isReady()
                && invitations
                        .addressee(invitationId)
                        .filter(Addressee::hasAddress)
                        .isPresent();
    }

    private void insert(long invitationId, EmailKind kind) {
        jdbc.sql("insert into letter (invitation_id, kind, state, written_at, next_attempt_at) values (?, ?, ?, ?, ?)")
                .params(invitationId, kind.name(), EmailState.WAITING.name(), now(), now())
                .update();
    }

    @EventListener
    void on(InvitationRevoked revoked) {
        jdbc.sql("update letter set state = 'CANCELLED' where invitation_id = ? and state in ('WAITING', 'FAILED')")
                .param(revoked.invitationId())
                .update();
    }

    /** Deletes all e-mails to somebody who left: nothing tells any more that there were e-mails. */
    @EventListener
    void on(ParticipantWithdrew left) {
        jdbc.sql("delete from letter where invitation_id = ?")
                .param(left.invitationId())
                .update();
    }

    /** Deletes all e-mails of invitations that are deleted together with their set. */
    @EventListener
    void on(InvitationsDeleted deleted) {
        deleted.invitationIds()
                .forEach(id -> jdbc.sql("delete from letter where invitation_id = ?")
                        .param(id)
                        .update());
    }

    LinkView require(Caller caller, long setId, long invitationId) {
        return links.of(caller, setId).stream()
                .filter(link -> link.id() == invitationId)
                .findFirst()
                .orElseThrow(() -> Problem.notFound("link"));
    }

    private void requireMail(String field) {
        if (!mailServer.isReady()) {
            throw Problem.invalid(
                    field, "is not possible: no e-mail can be sent until " + mailServer.lacks() + " is set");
        }
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    /**
     * The result of reminding people.
     *
     * @param written how many reminders were written
     * @param lately how many people had a reminder within the last 24 hours
     * @param unreachable how many people have no address here
     */
    record Reminded(int written, int lately, int unreachable) {}
}
