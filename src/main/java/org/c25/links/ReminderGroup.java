package org.c25.links;

import java.util.Set;

/** A group of people who are reminded together. */
enum ReminderGroup {
    STALLED(Set.of(LinkStatus.STALLED)),
    NOT_JOINED(Set.of(LinkStatus.UNUSED, LinkStatus.OPENED));

    private final Set<LinkStatus> statuses;

    ReminderGroup(Set<LinkStatus> statuses) {
        this.statuses = statuses;
    }

    Set<LinkStatus> statuses() {
        return statuses;
    }
}
