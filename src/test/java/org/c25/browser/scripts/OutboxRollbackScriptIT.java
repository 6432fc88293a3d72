package org.c25.browser.scripts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** {@code outbox.js} and a server whose database was put back: it lacks answers that it had acknowledged. */
class OutboxRollbackScriptIT extends OutboxAlone {

    /** A server that keeps what it takes, as the real one does, and can be put back. */
    private static final String KEEPING = """
            window.taken = [];
            window.era = "one";
            window.answered = () => new Set(taken.map(({ position }) => position)).size;
            list = async () => { listed++; return taken.map(answer => ({ ...answer })); };
            send = async ({ position, body }, participation) => {
              sent.push(body.id);
              const reply = replies.shift();
              if (reply) reply();
              let there = taken.find(({ id }) => id === body.id);
              if (!there) {
                const revision = 1 + taken.filter(each => each.position === position).length;
                taken.push(there = { position, id: body.id, revision });
                there.answered = answered();
              }
              return { position, revision: there.revision, answered: there.answered, era };
            };
            window.rate = async (...ids) => { for (const id of ids) await outbox.add(answer(id, Number(id[1]))); await outbox.flush(); };
            window.has = () => taken.map(({ position, id, revision }) => `${position} ${id} ${revision}`);""";

    @BeforeEach
    void aServerThatKeeps() {
        run(KEEPING + "await open(); await rate('a0', 'a1', 'a2', 'a3', 'b3');");
        assertThat(run("return listed")).isEqualTo(0);
    }

    private void assertTheServerHas(String... answers) {
        assertThat(texts("await outbox.flush(); return has()")).containsExactly(answers);
    }

    @Test
    void aCountLowerThanBeforeIsSeenAtTheNextReplyAndAllComesBackInOrder() {
        run("taken = taken.slice(0, 2); await rate('a4');");

        assertTheServerHas("0 a0 1", "1 a1 1", "4 a4 1", "2 a2 1", "3 a3 1", "3 b3 2");
        assertThat(run("return [listed, outbox.reclaimed]")).isEqualTo(List.of(1, 3));
        run("await rate('a5', 'a6');");
        assertThat(run("return listed")).as("it is whole again").isEqualTo(1);
    }

    /** A new answer fills up what was lost, so that the count alone does not fall. */
    @Test
    void aCountThatDoesNotGrowIsSeenToo() {
        run("taken = taken.filter(({ id }) => id !== 'a2'); await rate('a4');");

        assertTheServerHas("0 a0 1", "1 a1 1", "3 a3 1", "3 b3 2", "4 a4 1", "2 a2 1");
    }

    @Test
    void ofALostChangeTheEraTells() {
        run("taken = taken.filter(({ id }) => id !== 'b3'); await rate('a4');");
        assertTheServerHas("0 a0 1", "1 a1 1", "2 a2 1", "3 a3 1", "4 a4 1");

        run("era = 'two'; await rate('a5');");

        assertTheServerHas("0 a0 1", "1 a1 1", "2 a2 1", "3 a3 1", "4 a4 1", "5 a5 1", "3 b3 2");
        run("await rate('a6', 'a7');");
        assertThat(run("return listed")).isEqualTo(1);
    }

    /** What waits was given after what is brought back. */
    @Test
    void whatWaitsGoesOutAfterWhatIsBroughtBack() {
        run("""
                taken = taken.slice(0, 3);
                for (const id of ["a4", "c3"]) await disk.put("ann", "first", answer(id, Number(id[1])));
                await outbox.flush();""");

        assertTheServerHas("0 a0 1", "1 a1 1", "2 a2 1", "4 a4 1", "3 a3 1", "3 b3 2", "3 c3 3");
    }

    @Test
    void theDoubtStaysUntilTheServersListHasCome() {
        run("""
                taken = taken.slice(0, 2);
                const listing = list;
                let tries = 0;
                list = () => { if (++tries < 3) throw new Unavailable(503, 0); return listing(); };
                await outbox.add(answer("a4", 4));""");
        assertThat(sent()).endsWith("b3", "a4");
        pass(1000);
        assertThat(texts("await settled(); return has()")).hasSize(3);
        pass(2000);

        assertTheServerHas("0 a0 1", "1 a1 1", "4 a4 1", "2 a2 1", "3 a3 1", "3 b3 2");
    }

    @Test
    void whatComesBackWhileThePageIsClosedIsComparedByTheNextPage() {
        run("taken = taken.slice(0, 2); sent.length = 0; await open();");
        assertThat(run("return outbox.compare({ answered: '2', era: 'one' })")).isEqualTo(true);
        assertTheServerHas("0 a0 1", "1 a1 1", "2 a2 1", "3 a3 1", "3 b3 2");

        run("await open();");
        assertThat(run("return outbox.compare({ answered: '4', era: 'one' })"))
                .as("all is well")
                .isEqualTo(false);
        assertThat(run("return outbox.compare({ answered: '4', era: 'two' })"))
                .as("another era")
                .isEqualTo(true);
        assertThat(run("return outbox.compare({ era: 'one' })"))
                .as("a page that asks for it")
                .isEqualTo(true);
    }

    /** It sends each first answer again, once, and the server takes those that it lacks. */
    @Test
    void aDeviceThatMayNotReadTheListSendsAllItsFirstAnswersAgain() {
        run(
                "list = async () => { listed++; return null; }; taken = taken.slice(1, 2); sent.length = 0; await rate('a4', 'a5', 'a6');");

        assertThat(sent()).containsExactly("a4", "a0", "a1", "a2", "a3", "a4", "a5", "a6");
        assertTheServerHas("1 a1 1", "4 a4 1", "0 a0 1", "2 a2 1", "3 a3 1", "5 a5 1", "6 a6 1");
        assertThat(run("return listed")).isEqualTo(1);
    }

    @Test
    void oneThatTheServerWillNotTakeBackHoldsNoOtherUp() {
        run(
                "taken = taken.slice(0, 1); replies.push(() => {}, () => { throw new Refused(409, true); }); await rate('a4');");

        assertTheServerHas("0 a0 1", "4 a4 1", "2 a2 1", "3 a3 1", "3 b3 2");
        assertThat(told()).noneMatch(word -> word.startsWith("refused"));
        assertThat(given()).doesNotContain("a1 1");
    }

    /** Put back once more, to a state that knows the participation, the server can have them yet. */
    @Test
    void whereTheServerKnowsNothingOfTheParticipationAllStaysOnTheDevice() {
        run("""
                replies.push(() => { throw new Refused(409, true, { unknownParticipation: true }); });
                await rate("a4");""");

        assertThat(told()).endsWith("unknown, 5 kept");
        assertThat(waiting()).isEmpty();
        assertThat(given()).contains("a0 1", "b3 2", "a4 undefined");

        run("taken = []; era = 'two'; await open(); await outbox.compare({ answered: '0', era: 'two' });");
        assertTheServerHas("0 a0 1", "1 a1 1", "2 a2 1", "3 a3 1", "3 b3 2", "4 a4 1");
    }

    @Test
    void theEndOfTheWorkIsRememberedInItsParticipation() {
        assertThat(run("return outbox.wasFinished()")).isEqualTo(false);

        run("await outbox.finished();");

        assertThat(run("return outbox.wasFinished()")).isEqualTo(true);
        run("await open({ ref: 'ann', participation: 'second' });");
        assertThat(run("return outbox.wasFinished()")).isEqualTo(false);
    }

    /** Of the four: unfinished and unused for 10 and 100 days, finished 13 and 15 days ago. */
    @Test
    void twoWeeksAfterTheEndAndNinetyDaysAfterTheLastUseItIsForgotten() {
        run("Date.now = () => 400 * 86400000; await open();");

        assertThat(run("return disk.pruned")).isEqualTo(2);
    }
}
