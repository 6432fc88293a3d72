package org.c25.browser.scripts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** {@code outbox.js}: answers go out in order, each in its participation, and are compared with what the server has. */
class OutboxScriptIT extends OutboxAlone {

    @Test
    void anAnswerGoesOutAndIsKeptAsGiven() {
        assertThat(run("return outbox.add(answer('a'))"))
                .as("written on the device")
                .isEqualTo(true);
        run("await outbox.flush();");

        assertThat(sent()).containsExactly("a");
        assertThat(waiting()).isEmpty();
        assertThat(given()).containsExactly("a 1");
        assertThat(told()).containsExactly("acknowledged a 1, 0 left");
    }

    @Test
    void answersGoOutInOrderAndOneAtATime() {
        run("""
                let running = 0;
                window.together = 0;
                const take = send;
                send = async (...what) => {
                  together = Math.max(together, ++running);
                  await new Promise(done => { const { port1, port2 } = new MessageChannel(); port1.onmessage = done; port2.postMessage(0); });
                  running--;
                  return take(...what);
                };
                await open();
                await add("a", "b", "c", "d");
                await outbox.flush();""");

        assertThat(sent()).containsExactly("a", "b", "c", "d");
        assertThat(run("return together")).isEqualTo(1);
    }

    @Test
    void whenThePageComesAgainWhatWaitedGoesOutFirst() {
        run("""
                await disk.put("ann", "first", answer("before"));
                await add("now");
                await outbox.flush();""");

        assertThat(sent()).containsExactly("before", "now");
    }

    /** Between the last look into the outbox and the end of sending there must be no moment in which an answer is left lying. */
    @Test
    void wheneverAnAnswerComesItGoesOutWithoutAPush() {
        run("""
                window.left = [];
                for (let moment = 0; moment < 40; moment++) {
                  const added = new Promise(done => {
                    outbox.onacknowledged = async () => {
                      outbox.onacknowledged = () => {};
                      for (let i = 0; i < moment; i++) await null;
                      await outbox.add(answer(`b${moment}`));
                      done();
                    };
                  });
                  await outbox.add(answer(`a${moment}`));
                  await added;
                  for (let i = 0; i < 3; i++) await settled();
                  if (sent.at(-1) !== `b${moment}`) left.push(moment);
                }""");

        assertThat(texts("return left")).isEmpty();
        assertThat(sent()).hasSize(80).doesNotHaveDuplicates();
        assertThat(waiting()).isEmpty();
    }

    @Test
    void itSaysHowManyAreNotAcknowledgedFromTheClickOn() {
        run("""
                const writing = outbox.add(answer("a"));
                window.atTheClick = [...changes];
                await writing;
                await outbox.flush();""");

        assertThat(run("return atTheClick")).isEqualTo(List.of("1"));
        assertThat(texts("return changes")).startsWith("1").endsWith("0").doesNotContain("0 failing");
        assertThat(run("return outbox.size()")).isEqualTo(0);
    }

    @Test
    void whileAnotherTabSendsThisOneWaits() {
        run("""
                window.release = null;
                await new Promise(held => navigator.locks.request("c25-outbox:ann", () => {
                  held();
                  return new Promise(done => { release = done; });
                }));
                await add("a");
                await null;""");
        assertThat(run("return sent")).isEqualTo(List.of());

        run("release();");

        assertThat(sent()).containsExactly("a");
    }

    @Test
    void twoTabsSendEachAnswerOnce() {
        run("""
                const one = outbox;
                await open();
                await Promise.all([one.add(answer("a")), outbox.add(answer("b")), one.add(answer("c")), outbox.add(answer("d"))]);
                await Promise.all([one.flush(), outbox.flush()]);""");

        assertThat(sent()).containsExactly("a", "b", "c", "d");
        assertThat(waiting()).isEmpty();
    }

    @Test
    void aBrowserWithoutLocksSendsAllTheSame() {
        run("""
                const line = navigator.locks;
                Object.defineProperty(navigator, "locks", { value: undefined, configurable: true });
                await add("a", "b");
                await outbox.flush();
                Object.defineProperty(navigator, "locks", { value: line });""");

        assertThat(sent()).containsExactly("a", "b");
    }

    @Test
    void whatNobodyCanTellTheParticipationOfIsNotSent() {
        run("""
                await disk.put("ann", undefined, answer("old"));
                await disk.put("ann", "first", answer("new"));
                await outbox.flush();""");

        assertThat(sent()).containsExactly("new");
        assertThat(waiting()).containsExactly("old");
        assertThat(run("return outbox.size()")).isEqualTo(0);
    }

    @Test
    void aPageThatKnowsOfNoParticipationSendsAllThereIs() {
        run("""
                asked.length = 0;
                await open({ ref: "ann" });
                await disk.put("ann", undefined, answer("old"));
                await outbox.flush();""");

        assertThat(sent()).containsExactly("old of undefined");
        assertThat(run("return asked")).isEqualTo(List.of());
    }

    @Test
    void atFirstItSeesToWhatIsOfAnotherParticipation() {
        assertThat(run("return asked")).isEqualTo(List.of("others of ann", "unnamed of ann"));
        assertThat(told()).isEmpty();

        run("letGo = true; await open();");

        assertThat(told()).containsExactly("ended false");
    }

    @Test
    void whatTheServerHasLostWaitsAgainAndWhatItHasDoesNot() {
        run("""
                disk.kept = ["there", "lost", "changed elsewhere", "change lost", "of another"].map((id, position) => ({
                  key: position, participation: id === "of another" ? "erased" : "first", answer: answer(id, position), revision: 1 }));
                disk.kept[3].revision = 2;""");

        assertThat(run("""
                return outbox.reclaim([
                  { position: 0, id: "there", revision: 1 },
                  { position: 2, id: "from elsewhere", revision: 1 },
                  { position: 2, id: "from elsewhere again", revision: 2 },
                  { position: 3, id: "before the change", revision: 1 }]);""")).isEqualTo(2);

        assertThat(waiting()).containsExactly("lost", "change lost");
        assertThat(given()).as("until they are refused").contains("lost 1", "change lost 2");
        run("await outbox.flush();");
        assertThat(sent()).containsExactly("lost", "change lost");
        assertThat(
                        run(
                                "return outbox.reclaim([{ position: 1, id: 'lost', revision: 1 }, { position: 3, id: 'change lost', revision: 2 },"
                                        + " { position: 0, id: 'there', revision: 1 }, { position: 2, id: 'from elsewhere', revision: 1 }])"))
                .isEqualTo(0);
    }

    @Test
    void whatIsForgottenIsGoneWhetherItWaitedOrNot() {
        run("""
                await disk.put("ann", "first", answer("a"));
                await disk.put("ann", "first", answer("b"));
                disk.kept = [{ key: 1, participation: "first", answer: answer("c"), revision: 1 }];
                await Outbox.forget("ann");""");

        assertThat(waiting()).isEmpty();
        assertThat(given()).isEmpty();
        assertThat(sent()).isEmpty();
    }
}
