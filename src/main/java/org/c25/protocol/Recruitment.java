package org.c25.protocol;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.c25.common.Fault;
import org.c25.common.Numbers;
import org.c25.common.Problem;
import org.jspecify.annotations.Nullable;

/**
 * The rules of who may have a slot, how fast slots are given, and what happens to people who find none. The limits
 * apply to people who come by a recruiting link with an external ID that has no slot yet; people who come back never
 * wait.
 *
 * <p>A part that was left out is filled in when the record is made: no part is null afterwards.
 *
 * @param oneSetEach whether a person can have a slot in one set of the study alone, as far as an e-mail address or an
 *     external ID tells that it is the same person; null for no
 * @param waitingList whether people who find the set full can wait for a slot to become free; null for no
 * @param newPlaces how many new slots a recruiting link gives away in {@code newPlacesMinutes}, 1 … 1000; null for 20
 * @param newPlacesPerAddress how many of these go to people from one network address, 1 … 1000; null for 10
 * @param newPlacesMinutes the length of the period, in minutes, 1 … 1440; null for 10
 * @param minutes how long taking part takes, as participants read it before they agree, 1 … 10,000; 0 or null for an
 *     estimate from the number of trials
 * @param pay what participants get for it, in the words that they read, at most 200 characters; null or empty for nothing
 *     said
 */
public record Recruitment(
        @Nullable Boolean oneSetEach,
        @Nullable Boolean waitingList,

        @Schema(
                description = "How many new slots a recruiting link gives away in newPlacesMinutes, 1 to 1000; others"
                        + " wait for their turn. 20 if left out")
        @Nullable
        Integer newPlaces,

        @Schema(
                description = "How many of these go to one network address, 1 to 1000. A classroom may have one address"
                        + " in common. 10 if left out")
        @Nullable
        Integer newPlacesPerAddress,

        @Schema(description = "1 to 1440; 10 if left out") @Nullable
        Integer newPlacesMinutes,

        @Schema(
                description =
                        "How many minutes taking part takes, as participants read it before they agree, up to 10000; 0"
                                + " for an estimate from the number of trials")
        @Nullable
        Integer minutes,

        @Schema(description = "What participants get for it, in the words that they read; at most 200 characters")
        @Nullable
        String pay) {

    public static final int MOST_MINUTES = 24 * 60;
    private static final int MOST_PLACES = 1000;
    private static final int LONGEST = 10_000;
    private static final int SECONDS_A_TRIAL = 6;

    public static final Recruitment USUAL = new Recruitment(null, null, null, null, null, null, null);

    /** @throws Problem naming every field that is out of range */
    public Recruitment {
        oneSetEach = oneSetEach != null && oneSetEach;
        waitingList = waitingList != null && waitingList;
        newPlaces = Objects.requireNonNullElse(newPlaces, 20);
        newPlacesPerAddress = Objects.requireNonNullElse(newPlacesPerAddress, 10);
        newPlacesMinutes = Objects.requireNonNullElse(newPlacesMinutes, 10);
        List<Fault> faults = new ArrayList<>();
        check("newPlaces", newPlaces, MOST_PLACES, faults);
        check("newPlacesPerAddress", newPlacesPerAddress, MOST_PLACES, faults);
        check("newPlacesMinutes", newPlacesMinutes, MOST_MINUTES, faults);
        minutes = Objects.requireNonNullElse(minutes, 0);
        pay = Objects.requireNonNullElse(pay, "").strip();
        if (minutes < 0 || minutes > LONGEST) {
            faults.add(Fault.inField("recruitment.minutes", "1 to 10,000, or 0 for an estimate"));
        }
        if (pay.length() > 200) {
            faults.add(Fault.inField("recruitment.pay", "at most 200 characters"));
        }
        if (!faults.isEmpty()) {
            throw Problem.invalid(faults);
        }
    }

    @Override
    public Boolean oneSetEach() {
        return Objects.requireNonNull(oneSetEach);
    }

    @Override
    public Boolean waitingList() {
        return Objects.requireNonNull(waitingList);
    }

    @Override
    public Integer newPlaces() {
        return Objects.requireNonNull(newPlaces);
    }

    @Override
    public Integer newPlacesPerAddress() {
        return Objects.requireNonNull(newPlacesPerAddress);
    }

    @Override
    public Integer newPlacesMinutes() {
        return Objects.requireNonNull(newPlacesMinutes);
    }

    @Override
    public Integer minutes() {
        return Objects.requireNonNull(minutes);
    }

    @Override
    public String pay() {
        return Objects.requireNonNull(pay);
    }

    /** Returns how many minutes so many trials take: as the study says, or six seconds a trial, rounded up to five minutes. */
    public int minutesOf(int trials) {
        return minutes() > 0 ? minutes() : 5 * (int) Math.ceil(trials * SECONDS_A_TRIAL / 300.0);
    }

    private static void check(String field, int value, int most, List<Fault> faults) {
        if (value < 1 || value > most) {
            faults.add(Fault.inField("recruitment." + field, "1 to " + Numbers.whole(most)));
        }
    }
}
