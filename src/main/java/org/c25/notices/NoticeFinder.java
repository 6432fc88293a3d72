package org.c25.notices;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.c25.participation.Rater;
import org.c25.participation.Raters;
import org.c25.participation.SlotEvents;
import org.c25.participation.SlotEvents.SlotEvent;
import org.c25.ratings.RatingReader;
import org.c25.sets.SetView;
import org.springframework.stereotype.Component;

/**
 * Finds what has happened in a set, by looking at its data: nothing is done for it while somebody answers. To look
 * again finds nothing twice.
 */
@Component
class NoticeFinder {

    /** What happened longer ago, while no server ran, is told to nobody. */
    private static final Duration NEWS = Duration.ofDays(7);

    /** There is one such event a set. */
    private static final String ONCE = "once";

    private final NoticeEvents events;
    private final SlotEvents slots;
    private final Raters raters;
    private final RatingReader ratings;
    private final Clock clock;

    NoticeFinder(NoticeEvents events, SlotEvents slots, Raters raters, RatingReader ratings, Clock clock) {
        this.events = events;
        this.slots = slots;
        this.raters = raters;
        this.ratings = ratings;
        this.clock = clock;
    }

    /** Adds all that has happened since a moment, but for flags. */
    void look(SetView set, Instant since) {
        Instant news = clock.instant().minus(NEWS);
        Instant from = since.isAfter(news) ? since : news;
        firstAnswer(set, from);
        stalls(set, from);
        ofSet(set, from, NoticeKind.SET_FULL, slots.filling(set.id()));
        ofSet(set, from, NoticeKind.ALL_COMPLETE, slots.completion(set.id()));
    }

    private void firstAnswer(SetView set, Instant from) {
        if (!events.known(set.id(), NoticeKind.FIRST_ANSWER).isEmpty()) {
            return;
        }
        List<Long> people = raters.of(set.id()).stream()
                .filter(rater -> !rater.isImported() && rater.annotations() > 0)
                .map(Rater::participantId)
                .toList();
        ratings.firstAt(people)
                .ifPresent(at ->
                        events.add(set.id(), NoticeEvent.ofSet(NoticeKind.FIRST_ANSWER, ONCE, at), at.isBefore(from)));
    }

    private void stalls(SetView set, Instant from) {
        Set<String> known = events.known(set.id(), NoticeKind.STALLED);
        slots.stalls(set.id(), from).stream()
                .filter(stall -> !known.contains(key(stall)))
                .forEach(stall -> events.add(
                        set.id(),
                        NoticeEvent.ofPerson(
                                NoticeKind.STALLED,
                                key(stall),
                                stall.at(),
                                new NoticeEvent.About(stall.participantId(), stall.slot()),
                                null),
                        false));
    }

    /** The change of a slot that has brought it about tells one time from the next: a full set can lose somebody. */
    private void ofSet(SetView set, Instant from, NoticeKind kind, Optional<SlotEvent> last) {
        last.filter(change -> !change.at().isBefore(from))
                .filter(change -> !events.known(set.id(), kind).contains(key(change)))
                .ifPresent(change -> events.add(set.id(), NoticeEvent.ofSet(kind, key(change), change.at()), false));
    }

    private static String key(SlotEvent change) {
        return "change " + change.id();
    }
}
