package org.c25.votes;

import static io.swagger.v3.oas.annotations.media.Schema.RequiredMode.REQUIRED;

import io.swagger.v3.oas.annotations.media.Schema;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.c25.affect.Expression;
import org.c25.common.Faults;
import org.c25.common.Problem;
import org.c25.sets.ContactSheetQuery;
import org.jspecify.annotations.Nullable;

/** The form for a set by votes, as the page or a program sends it. A field that can be left out may be null. */
record VoteSetForm(
        @Schema(requiredMode = REQUIRED, description = "1 …, not yet used in the study") @Nullable
        Integer number,

        @Schema(
                requiredMode = REQUIRED,
                description = "ids of the sets, of any of your studies, from whose images is chosen by their own"
                        + " participants' votes")
        @Nullable
        List<Long> sets,

        @Schema(description = "ENTROPY, DISSENT, SPREAD or MIX; left out: ENTROPY") @Nullable
        String rule,

        @Schema(description = "how many images of each class, 1 to 10000; left out: 100") @Nullable
        Integer perClass,

        @Schema(description = "English names of the classes; left out: all eight") @Nullable
        List<String> classes,

        @Schema(description = "decides among equals; left out: one is drawn, and kept with the set") @Nullable
        Long seed,

        @Schema(description = "of how many people an image needs the votes; left out: 5") @Nullable
        Integer minimumVotes,

        @Schema(description = "ids of sets whose images may not be in this one; left out: none") @Nullable
        List<Long> excludeSets) {

    private static final SecureRandom SEEDS = new SecureRandom();
    private static final int USUAL_PER_CLASS = 100;
    private static final int USUAL_VOTES = 5;

    static VoteSetForm usual(int number) {
        return new VoteSetForm(
                number,
                List.of(),
                DisagreementRule.ENTROPY.name(),
                USUAL_PER_CLASS,
                Expression.all().stream().map(Expression::english).toList(),
                null,
                USUAL_VOTES,
                List.of());
    }

    /**
     * Returns the order that the form asks for.
     *
     * @throws Problem naming each field that is missing, unknown or out of range
     */
    VoteSetOrder order() {
        Faults faults = new Faults();
        if (number == null) {
            faults.add("number", "a whole number from 1");
        }
        DisagreementRule wantedRule = rule(faults);
        Set<Expression> wantedClasses = classes(faults);
        VoteCriteria criteria = faults.read(
                () -> new VoteCriteria(
                        wantedRule,
                        wantedClasses,
                        perClass == null ? USUAL_PER_CLASS : perClass,
                        seed == null ? SEEDS.nextLong() : seed,
                        minimumVotes == null ? USUAL_VOTES : minimumVotes),
                VoteCriteria.ANY);
        return faults.whole(
                () -> new VoteSetOrder(number == null ? 1 : number, criteria, given(sets), given(excludeSets)));
    }

    private DisagreementRule rule(Faults faults) {
        String wanted = rule == null || rule.isBlank()
                ? DisagreementRule.ENTROPY.name()
                : rule.strip().toUpperCase(Locale.ROOT);
        return Arrays.stream(DisagreementRule.values())
                .filter(one -> one.name().equals(wanted))
                .findFirst()
                .orElseGet(() -> {
                    faults.add("rule", "is ENTROPY, DISSENT, SPREAD or MIX");
                    return DisagreementRule.ENTROPY;
                });
    }

    private Set<Expression> classes(Faults faults) {
        if (classes == null) {
            return EnumSet.allOf(Expression.class);
        }
        Set<Expression> found = EnumSet.noneOf(Expression.class);
        for (String name : classes) {
            if (name != null && !name.isBlank()) {
                ContactSheetQuery.expression(name.strip().toLowerCase(Locale.ROOT))
                        .ifPresentOrElse(found::add, () -> {
                            faults.add("classes", "are some of the eight; " + name + " is none");
                            found.add(Expression.NEUTRAL); // A stand-in, so that no other fault is reported.
                        });
            }
        }
        return found;
    }

    private static List<Long> given(@Nullable List<Long> ids) {
        return ids == null ? List.of() : ids.stream().filter(id -> id != null).toList();
    }
}
