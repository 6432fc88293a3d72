package org.c25.links;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import org.c25.invitations.InvitationView;
import org.c25.participation.JoinedPerson;
import org.c25.participation.ParticipantStatus;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What the page of invitations says of a link, from what is known of it and of its person. */
class LinkStatusTest {

    private static final Instant THEN = Instant.parse("2026-01-02T03:04:05Z");

    private static LinkStatus of(@Nullable ParticipantStatus status, boolean answered, boolean stalled) {
        return of(THEN, null, false, status, answered, stalled);
    }

    private static LinkStatus of(
            @Nullable Instant opened,
            @Nullable Instant revoked,
            boolean withdrawn,
            @Nullable ParticipantStatus status,
            boolean answered,
            boolean stalled) {
        return LinkStatus.of(
                new InvitationView(1, null, THEN, opened, null, revoked, false, false, withdrawn),
                status == null ? null : new JoinedPerson(0, status, answered, stalled, Locale.ENGLISH));
    }

    @Test
    void beforeConsentALinkIsUnusedOrOpened() {
        assertThat(of(null, null, false, null, false, false)).isEqualTo(LinkStatus.UNUSED);
        assertThat(of(THEN, null, false, null, false, false)).isEqualTo(LinkStatus.OPENED);
    }

    @Test
    void afterConsentItIsWhatThePersonIs() {
        assertThat(of(ParticipantStatus.AT_WORK, false, false)).isEqualTo(LinkStatus.CONSENTED);
        assertThat(of(ParticipantStatus.AT_WORK, true, false)).isEqualTo(LinkStatus.AT_WORK);
        assertThat(of(ParticipantStatus.AT_WORK, true, true)).isEqualTo(LinkStatus.STALLED);
        assertThat(of(ParticipantStatus.AT_WORK, false, true)).isEqualTo(LinkStatus.STALLED);
        assertThat(of(ParticipantStatus.COMPLETED, true, false)).isEqualTo(LinkStatus.DONE);
        assertThat(of(ParticipantStatus.RELEASED, true, true)).isEqualTo(LinkStatus.RELEASED);
        assertThat(of(ParticipantStatus.REPLACED, true, false)).isEqualTo(LinkStatus.REPLACED);
        assertThat(of(ParticipantStatus.WITHDRAWN, true, false)).isEqualTo(LinkStatus.WITHDRAWN);
    }

    @Test
    void revokedComesBeforeAllElseAndWithdrawnBeforeTheRest() {
        assertThat(of(THEN, THEN, true, ParticipantStatus.AT_WORK, true, false)).isEqualTo(LinkStatus.REVOKED);
        assertThat(of(THEN, null, true, null, false, false)).isEqualTo(LinkStatus.WITHDRAWN);
    }

    @Test
    void whoCanBeginOrGoOnIsReminded() {
        assertThat(Arrays.stream(LinkStatus.values()).filter(LinkStatus::isAwaited))
                .containsExactly(
                        LinkStatus.UNUSED,
                        LinkStatus.OPENED,
                        LinkStatus.CONSENTED,
                        LinkStatus.AT_WORK,
                        LinkStatus.STALLED);
    }
}
