package org.c25.links;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.Map;
import org.c25.accounts.Caller;
import org.c25.common.Moments;
import org.c25.invitations.InvitationView;
import org.c25.invitations.SetInvitations;
import org.c25.invitations.UndoWindow;
import org.c25.participation.JoinedPeople;
import org.c25.participation.JoinedPerson;
import org.c25.sets.Sets;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The links of a set, with the state of each. */
@Service
@Transactional(readOnly = true)
class Links {

    private final JdbcClient jdbc;
    private final SetInvitations invitations;
    private final JoinedPeople joined;
    private final Sets sets;
    private final Clock clock;

    Links(JdbcClient jdbc, SetInvitations invitations, JoinedPeople joined, Sets sets, Clock clock) {
        this.jdbc = jdbc;
        this.invitations = invitations;
        this.joined = joined;
        this.sets = sets;
        this.clock = clock;
    }

    /**
     * Returns the links, newest first. It leaves out links of people who came by a recruiting link and have no slot.
     */
    List<LinkView> of(Caller caller, long setId) {
        sets.require(caller, setId);
        Map<Long, JoinedPerson> people =
                joined.of(setId); // First, so that nobody who erases everything meanwhile is taken for new.
        List<InvitationView> all = invitations.of(setId).stream()
                .filter(invitation -> !invitation.recruited() || people.containsKey(invitation.id()))
                .toList();
        Map<Long, LinkView.LetterView> last = lastEmails(all);
        return all.stream()
                .map(invitation -> link(invitation, people.get(invitation.id()), last.get(invitation.id())))
                .toList();
    }

    private LinkView link(
            InvitationView invitation, @Nullable JoinedPerson person, LinkView.@Nullable LetterView letter) {
        return new LinkView(
                invitation.id(),
                invitation.email(),
                invitation.createdAt(),
                LinkStatus.of(invitation, person),
                person == null ? null : person.slot(),
                invitation.recruited(),
                invitation.reachable(),
                invitation.remindedAt() != null
                        && invitation.remindedAt().isAfter(clock.instant().minus(Emails.BETWEEN_REMINDERS)),
                UndoWindow.isPossible(invitation.revokedAt(), clock),
                letter);
    }

    private Map<Long, LinkView.LetterView> lastEmails(List<InvitationView> links) {
        LongSummaryStatistics ids = links.stream().mapToLong(InvitationView::id).summaryStatistics();
        Map<Long, LinkView.LetterView> last = new HashMap<>();
        jdbc.sql("""
                        select l.id, l.invitation_id, l.kind, l.state, l.attempts, l.last_error,
                            coalesce(l.sent_at, l.next_attempt_at) as at
                        from letter l where l.invitation_id between ? and ? order by l.id""").params(ids.getMin(), ids.getMax()).query(row -> {
            last.put(
                    row.getLong("invitation_id"),
                    new LinkView.LetterView(
                            row.getLong("id"),
                            EmailKind.valueOf(row.getString("kind")),
                            EmailState.valueOf(row.getString("state")),
                            row.getInt("attempts"),
                            Moments.in(row, "at"),
                            row.getString("last_error")));
        });
        return last;
    }
}
