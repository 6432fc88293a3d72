package org.c25.demonstration;

import static org.c25.demonstration.InventedRater.Manner.ALWAYS_THE_SAME;
import static org.c25.demonstration.InventedRater.Manner.BY_CHANCE;
import static org.c25.demonstration.InventedRater.Manner.CAREFUL;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.c25.accounts.Caller;
import org.c25.common.ServerClock;
import org.c25.invitations.DeviceTokens;
import org.c25.invitations.Invitations;
import org.c25.invitations.InvitedPerson;
import org.c25.invitations.NewLink;
import org.c25.participation.DropOutJob;
import org.c25.sets.Item;
import org.c25.sets.SetView;
import org.c25.sets.Sets;
import org.c25.studies.StudyView;
import org.springframework.stereotype.Component;

/** The invented raters of the demonstration. Their e-mail addresses say that nobody is there. */
@Component
class InventedPeople {

    private static final String DOMAIN = "@demonstration.invalid";
    private static final long SEED = 2500;

    private static final Duration BEFORE_THE_FIRST = Duration.ofDays(7);
    private static final Duration STALLED_FOR = Duration.ofHours(5);

    /** Eight people, among them two careless ones and one who has not come back for more than a day. */
    private static final List<Part> AT_WORK = List.of(
            new Part(CAREFUL, Part.ALL, Duration.ofHours(77)),
            new Part(CAREFUL, Part.ALL, Duration.ofHours(74)),
            new Part(ALWAYS_THE_SAME, Part.ALL, Duration.ofHours(53)),
            new Part(CAREFUL, Part.ALL, Duration.ofHours(51)),
            new Part(CAREFUL, 15, Duration.ofHours(30)),
            new Part(CAREFUL, Part.ALL, Duration.ofHours(22)),
            new Part(BY_CHANCE, 33, Duration.ofHours(2)),
            new Part(CAREFUL, 26, Duration.ofMinutes(8)));

    private final Invitations invitations;
    private final DeviceTokens secrets;
    private final InventedSittings sittings;
    private final DropOutJob dropOuts;
    private final Sets sets;
    private final ServerClock clock;

    InventedPeople(
            Invitations invitations,
            DeviceTokens secrets,
            InventedSittings sittings,
            DropOutJob dropOuts,
            Sets sets,
            ServerClock clock) {
        this.invitations = invitations;
        this.secrets = secrets;
        this.sittings = sittings;
        this.dropOuts = dropOuts;
        this.sets = sets;
        this.clock = clock;
    }

    /** Lets eight people rate an open set, as far as they are. */
    void begin(Caller staff, StudyView study, SetView set) {
        play(staff, study, set, AT_WORK, 1);
        // The study's own rule finds who has been silent for a day.
        clock.at(clock.instant().minus(STALLED_FOR), dropOuts::run);
    }

    /** Lets one person for each slot of an open set rate all of it, six to four days ago. */
    void complete(Caller staff, StudyView study, SetView set) {
        List<Part> parts = IntStream.range(0, set.capacity())
                .mapToObj(n -> Duration.ofDays(6 - 3L * n / set.capacity()).minusMinutes(n * 37 % 600))
                .map(ago -> new Part(CAREFUL, Part.ALL, ago))
                .toList();
        play(staff, study, set, parts, AT_WORK.size() + 1);
    }

    /** @param first the number of the first of these people, who are numbered through all sets */
    private void play(Caller staff, StudyView study, SetView set, List<Part> parts, int first) {
        List<String> addresses = IntStream.range(first, first + parts.size())
                .mapToObj(n -> "rater" + n + DOMAIN)
                .toList();
        List<NewLink> links = clock.at(
                clock.instant().minus(BEFORE_THE_FIRST),
                () -> invitations.inviteEach(staff, set.id(), addresses, n -> "emails[" + n + "]"));
        List<Item> items = sets.items(set.id());
        for (int n = 0; n < parts.size(); n++) {
            InvitedPerson person = secrets.find(links.get(n).secret()).orElseThrow();
            sittings.play(person, study, items, parts.get(n), SEED + first + n);
        }
    }
}
