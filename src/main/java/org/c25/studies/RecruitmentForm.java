package org.c25.studies;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.c25.common.Fault;
import org.c25.common.Problem;
import org.c25.protocol.DropOutRules;
import org.c25.protocol.FlagThresholds;
import org.c25.protocol.Protocol;
import org.c25.protocol.Recruitment;
import org.jspecify.annotations.Nullable;

/** What is typed into a study's form about places, their pace, drop-outs and flags. What is left out is as in the protocol it came from. */
record RecruitmentForm(
        @Nullable Boolean oneSetEach,
        @Nullable Boolean waitingList,
        @Nullable String newPlaces,
        @Nullable String newPlacesPerAddress,
        @Nullable String newPlacesMinutes,
        @Nullable String stalledAfterHours,
        @Nullable String releaseAfterHours,
        @Nullable String leastTrials,
        @Nullable String fastMillis,
        @Nullable String fastShare,
        @Nullable String longRun,
        @Nullable String oneStepShare,
        @Nullable String leastSelfKappa,
        @Nullable String mostSelfDifference,
        @Nullable String leastCcc,
        @Nullable String leastAgreement,
        @Nullable String contradictionShare) {

    static RecruitmentForm of(Protocol protocol) {
        Recruitment recruitment = protocol.recruitment();
        DropOutRules dropOuts = protocol.dropOuts();
        FlagThresholds quality = protocol.quality();
        return new RecruitmentForm(
                recruitment.oneSetEach(),
                recruitment.waitingList(),
                String.valueOf(recruitment.newPlaces()),
                String.valueOf(recruitment.newPlacesPerAddress()),
                String.valueOf(recruitment.newPlacesMinutes()),
                String.valueOf(dropOuts.stalledAfterHours()),
                String.valueOf(dropOuts.releaseAfterHours()),
                String.valueOf(quality.leastTrials()),
                String.valueOf(quality.fastMillis()),
                decimal(quality.fastShare()),
                String.valueOf(quality.longRun()),
                decimal(quality.oneStepShare()),
                decimal(quality.leastSelfKappa()),
                decimal(quality.mostSelfDifference()),
                decimal(quality.leastCcc()),
                decimal(quality.leastAgreement()),
                decimal(quality.contradictionShare()));
    }

    private static String decimal(@Nullable Double value) {
        return value == null
                ? ""
                : BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }

    /** @throws Problem naming each field that is no number or out of range */
    Recruitment recruitment(Recruitment base) {
        Numbers numbers = new Numbers("recruitment.");
        Integer places = numbers.whole("newPlaces", newPlaces, base.newPlaces());
        Integer perAddress = numbers.whole("newPlacesPerAddress", newPlacesPerAddress, base.newPlacesPerAddress());
        Integer minutes = numbers.whole("newPlacesMinutes", newPlacesMinutes, base.newPlacesMinutes());
        numbers.check();
        return new Recruitment(
                oneSetEach == null ? base.oneSetEach() : oneSetEach,
                waitingList == null ? base.waitingList() : waitingList,
                places,
                perAddress,
                minutes);
    }

    /** @throws Problem naming each field that is no number or out of range */
    DropOutRules dropOuts(DropOutRules base) {
        Numbers numbers = new Numbers("dropOuts.");
        Integer stalled = numbers.whole("stalledAfterHours", stalledAfterHours, base.stalledAfterHours());
        Integer release = numbers.whole("releaseAfterHours", releaseAfterHours, base.releaseAfterHours());
        numbers.check();
        return new DropOutRules(stalled, release);
    }

    /** @throws Problem naming each field that is no number or out of range */
    FlagThresholds quality(FlagThresholds base) {
        Numbers numbers = new Numbers("quality.");
        Integer trials = numbers.whole("leastTrials", leastTrials, base.leastTrials());
        Integer millis = numbers.whole("fastMillis", fastMillis, base.fastMillis());
        Double fast = numbers.decimal("fastShare", fastShare, base.fastShare());
        Integer run = numbers.whole("longRun", longRun, base.longRun());
        Double oneStep = numbers.decimal("oneStepShare", oneStepShare, base.oneStepShare());
        Double kappa = numbers.decimal("leastSelfKappa", leastSelfKappa, base.leastSelfKappa());
        Double difference = numbers.decimal("mostSelfDifference", mostSelfDifference, base.mostSelfDifference());
        Double ccc = numbers.decimal("leastCcc", leastCcc, base.leastCcc());
        Double agreement = numbers.decimal("leastAgreement", leastAgreement, base.leastAgreement());
        Double contradiction = numbers.decimal("contradictionShare", contradictionShare, base.contradictionShare());
        numbers.check();
        return new FlagThresholds(trials, millis, fast, run, oneStep, kappa, difference, ccc, agreement, contradiction);
    }

    /** Reads what was typed, and keeps what is no number. */
    private static final class Numbers {

        private final String place;
        private final List<Fault> faults = new ArrayList<>();

        Numbers(String place) {
            this.place = place;
        }

        @Nullable
        Integer whole(String field, @Nullable String typed, @Nullable Integer base) {
            if (typed == null) {
                return base;
            }
            try {
                return Integer.valueOf(typed.strip());
            } catch (NumberFormatException e) {
                faults.add(Fault.inField(place + field, "is a whole number"));
                return base;
            }
        }

        @Nullable
        Double decimal(String field, @Nullable String typed, @Nullable Double base) {
            if (typed == null) {
                return base;
            }
            try {
                return new BigDecimal(typed.strip().replace(',', '.').replace('−', '-')).doubleValue();
            } catch (NumberFormatException e) {
                faults.add(Fault.inField(place + field, "is a number"));
                return base;
            }
        }

        void check() {
            if (!faults.isEmpty()) {
                throw Problem.invalid(faults);
            }
        }
    }
}
