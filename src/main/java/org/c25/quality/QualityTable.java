package org.c25.quality;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.c25.agreement.SelfAgreement;
import org.c25.web.Table;
import org.c25.web.Table.Column;
import org.jspecify.annotations.Nullable;

/** How the people on the page of quality are searched, filtered and sorted. */
final class QualityTable {

    private static final String TO_LOOK_AT = "TO_LOOK_AT";
    private static final String ACCEPTED = "ACCEPTED";
    private static final String DISMISSED = "DISMISSED";
    private static final String NO_FLAG = "NO_FLAG";

    static final Table<PersonQuality> PEOPLE = new Table<>(
            QualityTable::text,
            List.of(TO_LOOK_AT, ACCEPTED, DISMISSED, NO_FLAG),
            QualityTable::states,
            List.of(
                    Column.least("participant", "Participant", PersonQuality::slot),
                    Column.most("answers", "Answers", PersonQuality::answered),
                    Column.most(
                            "time", "Median time", person -> person.figures().medianMillis()),
                    kappa(
                            "self-expression",
                            "Kappa with oneself, expression",
                            self -> self.expression().kappa()),
                    kappa(
                            "self-valence",
                            "Kappa with oneself, valence",
                            self -> self.valence().kappa()),
                    kappa(
                            "self-arousal",
                            "Kappa with oneself, arousal",
                            self -> self.arousal().kappa()),
                    others(
                            "ccc-valence",
                            "CCC with all others, valence",
                            others -> others.valence().ccc()),
                    others(
                            "ccc-arousal",
                            "CCC with all others, arousal",
                            others -> others.arousal().ccc()),
                    others("majority", "Majority", OthersAgreement::majority),
                    Column.most("flags", "Flags", person -> person.flags().size())));

    private QualityTable() {}

    private static Column<PersonQuality> kappa(String key, String words, Function<SelfAgreement, Double> value) {
        return Column.most(key, words, person -> {
            Double kappa = value.apply(person.figures().self());
            return kappa.isNaN() ? null : kappa;
        });
    }

    private static Column<PersonQuality> others(
            String key, String words, Function<OthersAgreement, @Nullable Double> value) {
        return Column.most(key, words, person -> value.apply(person.figures().others()));
    }

    private static String text(PersonQuality person) {
        return Stream.concat(
                        Stream.of("participant" + person.slot()),
                        person.flags().stream().map(flag -> flag.rule().title()))
                .collect(Collectors.joining(" "));
    }

    private static Set<String> states(PersonQuality person) {
        Set<String> states = new LinkedHashSet<>();
        for (FlagView flag : person.flags()) {
            if (flag.isUndecided()) {
                states.add(TO_LOOK_AT);
            } else if (flag.decision() != null) {
                states.add(flag.isAccepted() ? ACCEPTED : DISMISSED);
            }
        }
        return person.flags().isEmpty() ? Set.of(NO_FLAG) : states;
    }
}
