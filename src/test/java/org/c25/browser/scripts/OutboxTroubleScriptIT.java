package org.c25.browser.scripts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** {@code outbox.js} in trouble: answers go out again and again until the server has them or will never take them. */
class OutboxTroubleScriptIT extends OutboxAlone {

    @Test
    void whatTheNetworkLosesStaysAndGoesOutAgain() {
        run("breakOff(); await add('a', 'b');");

        assertThat(sent()).containsExactly("a");
        assertThat(waiting()).containsExactly("a", "b");
        assertThat(texts("return changes")).endsWith("2 failing").doesNotContain("0");
        assertThat(run("return outbox.size()")).isEqualTo(2);

        pass(1000);
        assertThat(sent()).containsExactly("a", "a", "b");
        assertThat(waiting()).isEmpty();
        assertThat(texts("return changes")).endsWith("0");
    }

    /** While the first was on its way, two more were given. */
    @Test
    void itTellsHowManyWaitWhenItTells() {
        run("""
                window.lose = null;
                replies.push(() => new Promise((taken, lost) => { lose = () => lost(new TypeError("Failed to fetch")); }));
                await add("a");
                while (!lose) await letItHappen();
                away = true;
                await add("b", "c");
                lose();
                while (!changes.at(-1).endsWith("failing")) await letItHappen();""");

        assertThat(texts("return changes")).endsWith("3 failing");
    }

    @Test
    void storageThatStopsAnsweringIsLeftAndWhatItHeldGoesOutFromThePage() {
        run("""
                window.left = 0;
                outbox.onvolatile = () => { left++; };
                away = true;
                await disk.put("ann", "first", answer("from before"));
                await add("a");""");
        sent();
        run("""
                for (const name of ["all", "put", "given", "told", "tell", "acknowledge", "remove"]) {
                  disk[name] = async () => { disk.silent = true; throw new Error("the storage does not answer"); };
                }""");

        assertThat(run("return outbox.add(answer('b'))"))
                .as("written on the device")
                .isEqualTo(false);
        assertThat(run("return [left, outbox.isVolatile, outbox.isDurable]")).isEqualTo(List.of(1, true, false));
        assertThat(texts("return changes")).last().asString().startsWith("3");

        run("away = false; await outbox.flush();");
        assertThat(texts("return sent.slice(-3)")).containsExactly("from before", "a", "b");
        assertThat(texts("return changes")).endsWith("0");
        assertThat(run("return outbox.isVolatile")).isEqualTo(false);
    }

    @Test
    void itWaitsLongerAfterEachFailureButNeverLongerThanHalfAMinute() {
        run("away = true; await add('a');");
        int attempts = 1;
        for (int seconds : new int[] {1, 2, 4, 8, 15, 30, 30, 30}) {
            assertThat(sent()).hasSize(attempts);
            pass(seconds * 1000 - 1);
            assertThat(sent()).as("before %d s are over", seconds).hasSize(attempts);
            pass(1);
            attempts++;
        }
        assertThat(sent()).hasSize(attempts).containsOnly("a");
        assertThat(waiting()).containsExactly("a");
    }

    @Test
    void afterASuccessItBeginsAgainWithTheShortestPause() {
        run("away = true; await add('a');");
        for (int seconds : new int[] {1, 2, 4}) {
            sent();
            pass(seconds * 1000);
        }
        sent();
        run("away = false;");
        pass(8000);
        assertThat(waiting()).isEmpty();

        run("away = true; await add('b');");
        assertThat(sent()).endsWith("a", "b");
        pass(1000);

        assertThat(sent()).endsWith("a", "b", "b");
    }

    @Test
    void itTriesAtOnceWhenTheNetworkComesBack() {
        assertWakes("dispatchEvent(new Event('online'));");
    }

    @Test
    void itTriesAtOnceWhenThePageIsSeenAgain() {
        assertWakes("document.dispatchEvent(new Event('visibilitychange'));");
    }

    @Test
    void itTriesAtOnceWhenThePageAsks() {
        assertWakes("outbox.flush();");
    }

    /** After three failures in a row it would wait for four seconds. */
    private void assertWakes(String event) {
        run("away = true; await add('a');");
        sent();
        pass(1000);
        sent();
        pass(2000);
        assertThat(sent()).hasSize(3);

        run("away = false;" + event);

        assertThat(sent()).hasSize(4);
        assertThat(waiting()).isEmpty();
    }

    @Test
    void aServerThatAsksForPeaceIsLeftInPeaceWhateverElseHappens() {
        run("putOff(503, 7); await add('a');");
        assertThat(sent()).containsExactly("a");

        run(
                "dispatchEvent(new Event('online')); document.dispatchEvent(new Event('visibilitychange')); await add('b'); outbox.flush();");
        pass(6999);
        assertThat(sent()).containsExactly("a");

        pass(1);
        pass(1); // What is left of the ordinary pause is nothing.
        assertThat(sent()).containsExactly("a", "a", "b");
    }

    @Test
    void aServerThatAnswersTooManyIsAskedAgainWhenItSays() {
        run("putOff(429, 2); await add('a');");
        sent();
        pass(1999);
        assertThat(sent()).containsExactly("a");
        pass(2);
        assertThat(sent()).containsExactly("a", "a");
        assertThat(waiting()).isEmpty();
    }

    @Test
    void noServerKeepsAnswersBackForLongerThanTwoMinutes() {
        run("putOff(503, 86400); await add('a');");
        sent();
        pass(119_999);
        assertThat(sent()).containsExactly("a");
        pass(2);
        assertThat(sent()).containsExactly("a", "a");
    }

    @Test
    void aServerThatSaysNothingOfATimeIsAskedAgainAfterTheOrdinaryPause() {
        run("putOff(503, 3); putOff(413, 0); await add('a');");
        sent();
        pass(3001);
        assertThat(sent()).containsExactly("a", "a");
        pass(1999);
        assertThat(sent()).containsExactly("a", "a");
        pass(1);
        assertThat(sent()).containsExactly("a", "a", "a");
        assertThat(waiting()).isEmpty();
    }

    @Test
    void whereTheServerKnowsThePersonNoMoreAllStaysUntilTheNextPush() {
        run("refuse(401, false); await add('a');");
        assertThat(told()).containsExactly("refused 401");
        pass(60_000);
        assertThat(sent()).containsExactly("a");
        assertThat(waiting()).containsExactly("a");

        run("await outbox.flush();");

        assertThat(sent()).containsExactly("a", "a");
        assertThat(waiting()).isEmpty();
    }

    @Test
    void whoWaitsForAllToBeSentHearsThatTheServerRefuses() {
        run("refuse(401, false); await disk.put('ann', 'first', answer('a'));");

        assertThat(run("return outbox.flush().then(() => 'sent', refused => refused.status)"))
                .isEqualTo(401);
    }

    @Test
    void whatTheServerWillNeverTakeGoesAndTheRestStays() {
        run("""
                await disk.put("ann", "first", answer("a"));
                await disk.put("ann", "first", answer("b"));
                refuse(409, true);
                await outbox.flush().catch(() => {});""");

        assertThat(told()).containsExactly("refused 409");
        assertThat(waiting()).containsExactly("b");
        assertThat(given()).isEmpty();
        pass(60_000);
        assertThat(sent()).containsExactly("a");
    }

    @Test
    void anAnswerTooManyToOneTrialGoesAndHoldsNoOtherUp() {
        run("refuse(422, true, { mostRevisions: 100 }); await add('a', 'b'); await outbox.flush();");

        assertThat(told()).containsExactly("limited a", "acknowledged b 1, 0 left");
        assertThat(waiting()).isEmpty();
        assertThat(given()).containsExactly("b 1");
    }

    @Test
    void anAnswerOfAParticipationThatWasErasedGoesAndHoldsNoOtherUp() {
        run("""
                await disk.put("ann", "erased", answer("a"));
                await disk.put("ann", "first", answer("b"));
                await disk.put("ann", "first", answer("c"));
                refuse(409, true, { otherParticipation: true });
                refuse(409, true, { otherParticipation: true });
                await outbox.flush();""");

        assertThat(sent()).containsExactly("a of erased", "b", "c");
        assertThat(told()).containsExactly("ended false", "ended true", "acknowledged c 1, 0 left");
        assertThat(waiting()).isEmpty();
    }

    @Test
    void whatAFullDeviceCantKeepIsHeldInThePageUntilItIsSent() {
        run("disk.full = true; away = true;");

        assertThat(run("return outbox.add(answer('a'))"))
                .as("written on the device")
                .isEqualTo(false);
        assertThat(sent()).containsExactly("a");
        assertThat(run("return [outbox.isVolatile, await outbox.size()]")).isEqualTo(List.of(true, 1));
        assertThat(leaves()).as("the browser asks whoever leaves now").isFalse();

        run("away = false; await outbox.flush();");
        assertThat(sent()).containsExactly("a", "a");
        assertThat(run("return [outbox.isVolatile, await outbox.size()]")).isEqualTo(List.of(false, 0));
        assertThat(leaves()).isTrue();
    }

    private boolean leaves() {
        return (boolean) run("return dispatchEvent(new Event('beforeunload', { cancelable: true }))");
    }

    @Test
    void whatIsOnTheDeviceKeepsNobodyFromLeaving() {
        run("away = true; await add('a');");

        assertThat(waiting()).containsExactly("a");
        assertThat(run("return outbox.isVolatile")).isEqualTo(false);
        assertThat(leaves()).isTrue();
    }

    @Test
    void withoutStorageAnAnswerIsSafeOnlyOnceItIsSent() {
        run("disk.durable = false; disk.nextKey = () => `memory-${++disk.last}`; away = true;");

        assertThat(run("return outbox.add(answer('a'))"))
                .as("written on the device")
                .isEqualTo(false);
        assertThat(sent()).containsExactly("a");
        assertThat(run("return outbox.isVolatile")).isEqualTo(true);

        run("away = false; await outbox.flush();");
        assertThat(waiting()).isEmpty();
        assertThat(run("return outbox.isVolatile")).isEqualTo(false);
    }

    @Test
    void storageThatCantBeReadIsReadAgain() {
        run("disk.busy = 2; await add('a');");
        assertThat(sent()).isEmpty();

        pass(1000);
        assertThat(sent()).isEmpty();
        pass(2000);

        assertThat(sent()).containsExactly("a");
        assertThat(waiting()).isEmpty();
    }

    @Test
    void storageThatCantBeReadKeepsNothingBackThatThePageHolds() {
        run("disk.full = true; disk.busy = 1000; await add('a');");

        assertThat(sent()).containsExactly("a");
        assertThat(run("return outbox.isVolatile")).isEqualTo(false);
    }

    /** The server knows an answer by its ID and takes it once. */
    @Test
    void anAcknowledgementThatCantBeWrittenDownIsAskedForAgain() {
        run("""
                disk.acknowledge = async () => { delete disk.acknowledge; throw new Error("the disk is busy"); };
                await add("a");""");
        assertThat(sent()).containsExactly("a");
        assertThat(waiting()).containsExactly("a");

        pass(1000);

        assertThat(sent()).containsExactly("a", "a");
        assertThat(waiting()).isEmpty();
        assertThat(given()).containsExactly("a 1");
    }
}
