package org.c25.letters;

import java.util.Set;

/** Who is reminded together. */
enum Awaited {
    STALLED(Set.of(LinkStatus.STALLED)),
    NOT_JOINED(Set.of(LinkStatus.UNUSED, LinkStatus.OPENED));

    private final Set<LinkStatus> statuses;

    Awaited(Set<LinkStatus> statuses) {
        this.statuses = statuses;
    }

    Set<LinkStatus> statuses() {
        return statuses;
    }
}
