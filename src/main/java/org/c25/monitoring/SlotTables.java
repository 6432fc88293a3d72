package org.c25.monitoring;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import org.c25.monitoring.SetProgress.ParticipantProgress;
import org.c25.monitoring.SetProgress.Place;
import org.c25.monitoring.SlotOccupancies.Occupant;
import org.c25.monitoring.SlotOccupancies.SlotLine;
import org.c25.web.Table;
import org.c25.web.Table.Column;
import org.jspecify.annotations.Nullable;

/** How the two tables of a set's slots are searched, filtered and sorted. */
final class SlotTables {

    private static final List<String> STATES = List.of("FREE", "AT_WORK", "STALLED", "COMPLETED", "IMPORTED");

    /** The slots as the page of progress shows them. */
    static final Table<Place> PROGRESS = new Table<>(
            place -> String.join(" ", name(place.number()), place.state(), code(place)),
            STATES,
            place -> List.of(place.stateClass().toUpperCase(Locale.ROOT)),
            List.of(
                    Column.least("participant", "Participant", Place::number),
                    Column.least("state", "State", Place::state),
                    most("answered", "Answered", SlotTables::share),
                    most("seen", "Last sign of life", ParticipantProgress::signOfLifeAt),
                    most("median", "Median time", ParticipantProgress::medianResponseMillis),
                    most("flags", "Flags", ParticipantProgress::flags),
                    most("failed", "Failed", ParticipantProgress::failed)));

    /** The slots as their own page shows them, with what is kept of the people before. */
    static final Table<SlotLine> SLOTS = new Table<>(
            line -> name(line.slot()) + " " + words(line),
            STATES,
            line -> List.of(state(line)),
            List.of(
                    Column.least("slot", "Slot", SlotLine::slot),
                    Column.least("state", "State", SlotTables::state),
                    Column.most("answered", "Answered", line -> share(line.occupant())),
                    Column.most("before", "Before", SlotLine::past),
                    Column.most("kept", "Kept, in no file", SlotLine::kept)));

    private SlotTables() {}

    private static String name(int slot) {
        return "participant" + slot;
    }

    private static String code(Place place) {
        return place.person() == null ? "" : Objects.toString(place.person().completionCode(), "");
    }

    private static <V extends Comparable<V>> Column<Place> most(
            String key, String words, Function<ParticipantProgress, @Nullable V> value) {
        return Column.most(key, words, place -> place.person() == null ? null : value.apply(place.person()));
    }

    private static Double share(ParticipantProgress person) {
        return person.answered() / (double) Math.max(1, person.total());
    }

    private static @Nullable Double share(@Nullable Occupant occupant) {
        return occupant == null ? null : Double.valueOf(occupant.answered() / (double) Math.max(1, occupant.total()));
    }

    private static String state(SlotLine line) {
        Occupant occupant = line.occupant();
        return occupant == null
                ? "FREE"
                : occupant.stalledAt() != null ? "STALLED" : occupant.status().name();
    }

    private static String words(SlotLine line) {
        return state(line).toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
