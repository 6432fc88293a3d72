package org.c25.studies;

import java.math.BigDecimal;
import org.c25.common.Faults;
import org.c25.protocol.DropOutRules;
import org.c25.protocol.FlagThresholds;
import org.c25.protocol.Protocol;
import org.c25.protocol.Recruitment;
import org.jspecify.annotations.Nullable;

/**
 * The part of a study's form about slots, their pace, drop-outs and flags. A field that is left out is as in the
 * protocol that the form was filled in from.
 */
record RecruitmentForm(
        @Nullable Boolean oneSetEach,
        @Nullable Boolean waitingList,
        @Nullable String newPlaces,
        @Nullable String newPlacesPerAddress,
        @Nullable String newPlacesMinutes,
        @Nullable String minutes,
        @Nullable String pay,
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
                String.valueOf(recruitment.minutes()),
                recruitment.pay(),
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

    /** @param faults receives each field that is no number or out of range */
    Recruitment recruitment(Recruitment base, Faults faults) {
        Numbers numbers = new Numbers("recruitment.", faults);
        Integer places = numbers.whole("newPlaces", newPlaces, base.newPlaces());
        Integer perAddress = numbers.whole("newPlacesPerAddress", newPlacesPerAddress, base.newPlacesPerAddress());
        Integer window = numbers.whole("newPlacesMinutes", newPlacesMinutes, base.newPlacesMinutes());
        Integer duration = numbers.whole("minutes", minutes, base.minutes());
        return faults.read(
                () -> new Recruitment(
                        oneSetEach == null ? base.oneSetEach() : oneSetEach,
                        waitingList == null ? base.waitingList() : waitingList,
                        places,
                        perAddress,
                        window,
                        duration,
                        pay == null ? base.pay() : pay),
                base);
    }

    /** @param faults receives each field that is no number or out of range */
    DropOutRules dropOuts(DropOutRules base, Faults faults) {
        Numbers numbers = new Numbers("dropOuts.", faults);
        Integer stalled = numbers.whole("stalledAfterHours", stalledAfterHours, base.stalledAfterHours());
        Integer release = numbers.whole("releaseAfterHours", releaseAfterHours, base.releaseAfterHours());
        return faults.read(() -> new DropOutRules(stalled, release), base);
    }

    /** @param faults receives each field that is no number or out of range */
    FlagThresholds quality(FlagThresholds base, Faults faults) {
        Numbers numbers = new Numbers("quality.", faults);
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
        return faults.read(
                () -> new FlagThresholds(
                        trials, millis, fast, run, oneStep, kappa, difference, ccc, agreement, contradiction),
                base);
    }

    /** Reads numbers that were typed; a text that is no number becomes a fault. */
    private static final class Numbers {

        private final String place;
        private final Faults faults;

        Numbers(String place, Faults faults) {
            this.place = place;
            this.faults = faults;
        }

        @Nullable
        Integer whole(String field, @Nullable String typed, @Nullable Integer base) {
            if (typed == null) {
                return base;
            }
            try {
                return Integer.valueOf(typed.strip());
            } catch (NumberFormatException e) {
                faults.add(place + field, "a whole number");
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
                faults.add(place + field, "a number");
                return base;
            }
        }
    }
}
