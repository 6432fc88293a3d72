package org.c25.browser.scripts;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Page;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** {@code store.js}: answers on the device, in IndexedDB or, where there is none, in the page's memory. */
class StoreScriptIT extends ScriptAlone {

    /** Answers with short names; what is stored, in a line each. */
    private static final String SHORT = """
            window.answer = (position, id) => ({ position, revising: false, body: { id } });
            window.waiting = async ref => (await store.all(ref)).map(({ participation, answer }) => `${participation} ${answer.body.id}`);
            window.given = async ref => (await store.given(ref)).map(({ participation, answer, revision }) =>
              `${participation} ${answer.body.id} ${revision}`);""";

    @BeforeEach
    void theScript() {
        load("annotation/store.js");
        run(SHORT);
    }

    private void open() {
        run("window.store = await openStore();");
    }

    private void reload() {
        page.reload();
        theScript();
        open();
    }

    /** Two answers of Ann's, and one of Bob's between them, wait. */
    private void threeWaiting() {
        open();
        putThree();
    }

    private void putThree() {
        run("""
                await store.put("ann", "first", answer(0, "a0"));
                await store.put("bob", "only", answer(0, "b0"));
                await store.put("ann", "second", answer(1, "a1"));""");
    }

    @Test
    void aPersonsAnswersWaitInTheOrderInWhichTheyCame() {
        threeWaiting();

        assertThat(run("return waiting('ann')")).isEqualTo(List.of("first a0", "second a1"));
        assertThat(run("return waiting('bob')")).isEqualTo(List.of("only b0"));
        assertThat(run("return waiting('eve')")).isEqualTo(List.of());
    }

    @Test
    void anAnswerComesBackAsItWasGivenAlsoAfterAReload() {
        open();
        String answer =
                "{ position: 3, revising: true, body: { id: 'a3', expression: 2, valence: null, dimmed: false } }";
        run("await store.put('ann', 'first', " + answer + ");");
        assertThat(run("return store.durable")).isEqualTo(true);

        reload();

        assertThat(run("return JSON.stringify((await store.all('ann'))[0].answer) === JSON.stringify(" + answer + ")"))
                .isEqualTo(true);
    }

    @Test
    void manyAnswersKeepTheirOrderAcrossTabs() {
        open();
        Page other = blankPage();
        load(other, "annotation/store.js");
        run(other, SHORT + "window.store = await openStore();");
        for (int i = 0; i < 12; i += 2) {
            run("await store.put('ann', 'first', answer(%d, '%d'));".formatted(i, i));
            run(other, "await store.put('ann', 'first', answer(%d, '%d'));".formatted(i + 1, i + 1));
        }

        assertThat(texts("return (await store.all('ann')).map(({ answer }) => answer.body.id)"))
                .containsExactly("0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11");
    }

    @Test
    void anAcknowledgedAnswerIsKeptAsGivenWithItsRevision() {
        threeWaiting();

        run("""
                const [{ key, answer }] = await store.all("ann");
                await store.acknowledge("ann", "first", key, answer, 1);""");

        reload();
        assertThat(run("return waiting('ann')")).isEqualTo(List.of("second a1"));
        assertThat(run("return given('ann')")).isEqualTo(List.of("first a0 1"));
        assertThat(run("return given('bob')")).isEqualTo(List.of());
    }

    @Test
    void everyAcknowledgedAnswerToATrialIsKept() {
        threeWaiting();

        run("""
                for (const { key, answer } of await store.all("ann")) await store.acknowledge("ann", "first", key, answer, 1);
                await store.put("ann", "first", answer(0, "changed"));
                const [{ key, answer: changed }] = await store.all("ann");
                await store.acknowledge("ann", "first", key, changed, 2);""");

        assertThat(run("return given('ann')")).isEqualTo(List.of("first a0 1", "first a1 1", "first changed 2"));
    }

    @Test
    void whatIsTakenOutIsGoneAndLeavesTheRest() {
        threeWaiting();

        run("await store.remove((await store.all('ann'))[0].key);");

        assertThat(run("return waiting('ann')")).isEqualTo(List.of("second a1"));
        assertThat(run("return waiting('bob')")).isEqualTo(List.of("only b0"));
        assertThat(run("return given('ann')")).isEqualTo(List.of());
    }

    @Test
    void itForgetsThatAnAnswerWasAcknowledged() {
        threeWaiting();
        run("""
                for (const { key, answer } of await store.all("ann")) await store.acknowledge("ann", "first", key, answer, 1);
                await store.ungive((await store.given("ann"))[0].key);""");

        assertThat(run("return given('ann')")).isEqualTo(List.of("first a1 1"));
    }

    @Test
    void anEntryWithoutAParticipationIsNamedInItsPlace() {
        open();
        run("""
                await store.put("ann", undefined, answer(0, "a0"));
                await store.put("ann", undefined, answer(1, "a1"));
                await store.put("ann", undefined, answer(2, "a2"));
                const [{ key, answer: acknowledged }] = await store.all("ann");
                await store.acknowledge("ann", undefined, key, acknowledged, 4);
                await store.name("ann", "first", (await store.all("ann"))[0]);
                await store.name("ann", "first", (await store.given("ann"))[0]);""");

        assertThat(run("return waiting('ann')")).isEqualTo(List.of("first a1", "undefined a2"));
        assertThat(run("return given('ann')")).isEqualTo(List.of("first a0 4"));
    }

    @Test
    void anAnswerIsAskedOntoTheDiskItself() {
        open();
        run("""
                window.durabilities = [];
                const begin = IDBDatabase.prototype.transaction;
                IDBDatabase.prototype.transaction = function (...how) {
                  durabilities.push(how[2]?.durability);
                  return begin.apply(this, how);
                };
                await store.put("ann", "first", answer(0, "a0"));""");

        assertThat(run("return durabilities")).isEqualTo(List.of("strict"));
    }

    @Test
    void withoutIndexedDbAnswersAreHeldInMemory() {
        run("Object.defineProperty(window, 'indexedDB', { value: undefined });");

        assertHeldInMemory();
    }

    @Test
    void whereStorageIsForbiddenAnswersAreHeldInMemory() {
        run("IDBFactory.prototype.open = () => { throw new DOMException('forbidden', 'SecurityError'); };");

        assertHeldInMemory();
    }

    /** As Safari 14 did. */
    @Test
    void whereStorageNeverOpensAnswersAreHeldInMemoryWithinThreeSeconds() {
        stopTheClock();
        run(
                "IDBFactory.prototype.open = () => ({}); window.opening = openStore().then(store => { window.store = store; });");
        pass(3000);
        run("await opening;");

        assertHeldInMemory();
    }

    @Test
    void storageThatDoesNotAnswerSaysSoWithinThreeSecondsAndThenAtOnce() {
        open();
        stopTheClock();
        run("""
                IDBObjectStore.prototype.add = function () { return this.get(0); };
                Object.defineProperty(IDBTransaction.prototype, "oncomplete", { set() {} });
                window.end = "none";
                store.put("ann", "first", answer(0, "a0")).then(() => { end = "written"; }, () => { end = "refused"; });""");
        assertThat(run("return [end, store.silent]")).isEqualTo(List.of("none", false));

        pass(3000);

        assertThat(run("return [end, store.silent]")).isEqualTo(List.of("refused", true));
        assertThat(run("return store.all('ann').then(() => 'read', () => 'refused')"))
                .isEqualTo("refused");
    }

    @Test
    void whereANewerPageHasChangedTheStorageAnswersAreHeldInMemory() {
        databaseOf(page, 4);
        run("held.close();");

        assertHeldInMemory();
    }

    @Test
    void whereAnOlderPageKeepsTheStorageAnswersAreHeldInMemory() {
        Page older = blankPage();
        databaseOf(older, 1);

        assertHeldInMemory();
    }

    /** What is opened too late must not, in its turn, keep the storage from a newer page. */
    @Test
    void storageThatAnOlderPageLetsGoTooLateIsLetGoAgain() {
        Page older = blankPage();
        databaseOf(older, 1);
        open();

        run(older, "held.close();");

        assertThat(databaseOf(older, 4)).isEqualTo("opened");
    }

    private void assertHeldInMemory() {
        if (run("return typeof store").equals("undefined")) {
            open();
        }
        putThree();
        assertThat(run("return [store.durable, store.size]")).isEqualTo(List.of(false, 3));
        assertThat(run("return waiting('ann')")).isEqualTo(List.of("first a0", "only b0", "second a1"));

        run("""
                const [first, second] = await store.all("ann");
                await store.remove(first.key);
                await store.acknowledge("ann", "only", second.key, second.answer, 1);""");

        assertThat(run("return waiting('ann')")).isEqualTo(List.of("second a1"));
        assertThat(run("return given('ann')")).isEqualTo(List.of());
        assertThat(run("return store.size")).isEqualTo(1);
    }

    /** Opens the database as a page of another version would. @return "opened", or "blocked" if another page keeps it */
    private static Object databaseOf(Page page, int version) {
        return run(page, """
                return new Promise((resolve, reject) => {
                  const opening = indexedDB.open("c25", %d);
                  opening.onupgradeneeded = ({ oldVersion }) => {
                    if (oldVersion < 1) opening.result.createObjectStore("outbox", { autoIncrement: true }).createIndex("participant", "participant");
                  };
                  opening.onblocked = () => resolve("blocked");
                  opening.onerror = () => reject(opening.error);
                  opening.onsuccess = () => {
                    window.held = opening.result;
                    resolve("opened");
                  };
                });""".formatted(version));
    }

    @Test
    void whatWaitsInTheStorageOfTheFirstVersionStays() {
        databaseOf(page, 1);
        run("""
                await new Promise(resolve => {
                  const adding = held.transaction("outbox", "readwrite");
                  adding.objectStore("outbox").add({ participant: "ann", answer: answer(0, "a0") });
                  adding.oncomplete = resolve;
                });
                held.close();""");

        open();

        assertThat(run("return store.durable")).isEqualTo(true);
        assertThat(run("return waiting('ann')")).isEqualTo(List.of("undefined a0"));
        run(
                "const [{ key, answer }] = await store.all('ann'); await store.acknowledge('ann', 'first', key, answer, 1);");
        assertThat(run("return given('ann')")).isEqualTo(List.of("first a0 1"));
    }

    /** It kept the latest acknowledged answer to each trial. */
    @Test
    void whatIsInTheStorageOfTheSecondVersionStays() {
        run("""
                await new Promise(resolve => {
                  const opening = indexedDB.open("c25", 2);
                  opening.onupgradeneeded = () => {
                    for (const [name, how] of [["outbox", { autoIncrement: true }], ["given", { keyPath: ["participant", "answer.position"] }]]) {
                      opening.result.createObjectStore(name, how).createIndex("participant", "participant");
                    }
                  };
                  opening.onsuccess = () => {
                    const adding = opening.result.transaction(["outbox", "given"], "readwrite");
                    adding.objectStore("outbox").add({ participant: "ann", participation: "first", answer: answer(1, "a1") });
                    adding.objectStore("given").add({ participant: "ann", participation: "first", answer: answer(0, "a0"), revision: 2 });
                    adding.oncomplete = () => { opening.result.close(); resolve(); };
                  };
                });""");

        open();

        assertThat(run("return [store.durable, ...await waiting('ann'), ...await given('ann')]"))
                .isEqualTo(List.of(true, "first a1", "first a0 2"));
        assertThat(run("return (await store.told('ann')).participation")).isEqualTo("first");
    }

    @Test
    void whatComesBackWaitsInFrontOfAllElseAndStaysAsGiven() {
        threeWaiting();
        run("""
                for (const { key, answer } of await store.all("ann")) await store.acknowledge("ann", "first", key, answer, 1);
                await store.put("ann", "first", answer(5, "new"));
                await store.again("ann", "first", [answer(0, "a0"), answer(1, "a1")]);
                await store.again("ann", "first", [answer(2, "a2")]);""");

        assertThat(run("return waiting('ann')")).isEqualTo(List.of("first a2", "first a0", "first a1", "first new"));
        assertThat(run("return (await store.all('ann')).map(({ again }) => again === true)"))
                .isEqualTo(List.of(true, true, true, false));
        assertThat(run("return given('ann')")).isEqualTo(List.of("first a0 1", "first a1 1"));
    }

    @Test
    void theServersLastWordStaysUntilThereIsANewOneOrAnotherParticipation() {
        threeWaiting();
        run("""
                const [{ key, answer }] = await store.all("ann");
                await store.acknowledge("ann", "first", key, answer, 1, { answered: 7, era: "e" });
                await store.tell("ann", { participation: "first", finishedAt: 5 });""");
        String word = "const { participation, answered, era, finishedAt } = await store.told('ann');"
                + " return [participation, answered, era, finishedAt ?? 'not finished'].join(' ');";
        assertThat(run(word)).isEqualTo("first 7 e 5");

        run("await store.tell('ann', { participation: 'second', answered: 1, era: 'f' });");

        assertThat(run(word)).isEqualTo("second 1 f not finished");
        run("await store.untell('ann');");
        assertThat(run("return await store.told('ann') === undefined")).isEqualTo(true);
    }

    @Test
    void whoseTimeIsOverIsForgottenButForWhatWaits() {
        threeWaiting();
        run("""
                for (const who of ["ann", "bob"]) {
                  const [{ key, answer: acknowledged }] = await store.all(who);
                  await store.acknowledge(who, "first", key, acknowledged, 1, { answered: 1 });
                }
                await store.prune(({ participant, usedAt }) => usedAt > 0 && participant === "ann");""");

        assertThat(run("return [...await waiting('ann'), ...await given('ann'), ...await given('bob')]"))
                .isEqualTo(List.of("second a1", "first b0 1"));
        assertThat(run("return [await store.told('ann') === undefined, (await store.told('bob')).answered]"))
                .isEqualTo(List.of(true, 1));
    }

    @Test
    void aConnectionThatTheBrowserDropsIsMadeAnew() {
        rememberConnections();
        threeWaiting();

        run("connections.forEach(connection => connection.close());");

        assertThat(run("return waiting('ann')")).isEqualTo(List.of("first a0", "second a1"));
        run("connections.forEach(connection => connection.close()); await store.put('ann', 'third', answer(2, 'a2'));");
        assertThat(run("return waiting('ann')")).isEqualTo(List.of("first a0", "second a1", "third a2"));
    }

    private void rememberConnections() {
        run("""
                window.connections = [];
                const open = IDBFactory.prototype.open;
                IDBFactory.prototype.open = function (...how) {
                  const opening = open.apply(this, how);
                  opening.addEventListener("success", () => connections.push(opening.result));
                  return opening;
                };""");
    }

    @Test
    void aNewerPageIsNotKeptWaiting() {
        threeWaiting();

        assertThat(databaseOf(blankPage(), 4)).isEqualTo("opened");
    }

    /** Two calls at once may each find the connection gone, and make a new one. */
    @Test
    void aNewerPageIsNotKeptWaitingByConnectionsThatWereMadeAnewTogether() {
        rememberConnections();
        threeWaiting();
        run("""
                connections.forEach(connection => connection.close());
                await Promise.all([store.all("ann"), store.given("ann"), store.all("bob")]);""");

        assertThat(databaseOf(blankPage(), 4)).isEqualTo("opened");
    }

    @Test
    void afterANewerPageHasTakenOverNothingIsSaidToBeWritten() {
        threeWaiting();
        databaseOf(blankPage(), 4);

        assertThat(failureOf("store.put('ann', 'first', answer(2, 'a2'))")).isEqualTo("VersionError");
        assertThat(failureOf("store.all('ann')")).isEqualTo("VersionError");
    }

    @Test
    void whereTheDeviceIsFullAnAnswerIsNotSaidToBeWritten() {
        fill();
        open();

        assertThat(failureOf("store.put('ann', 'first', answer(2, 'x'.repeat(100_000)))"))
                .isEqualTo("QuotaExceededError");

        assertThat(run("return waiting('ann')")).isEqualTo(List.of());
    }

    /** From here on the browser grants this site no more room. */
    private void fill() {
        onADeviceOfItsOwn();
        theScript();
        JsonObject quota = new JsonObject();
        quota.addProperty("origin", "https://c25.test");
        quota.addProperty("quotaSize", 1);
        device.newCDPSession(page).send("Storage.overrideQuotaForOrigin", quota);
    }

    @Test
    void aChangeThatFailsSaysWhy() {
        threeWaiting();
        run("""
                const add = IDBObjectStore.prototype.add;
                IDBObjectStore.prototype.add = function (value) { return add.call(this, value, 1); }; // A key that is taken.""");

        assertThat(failureOf("store.put('ann', 'first', answer(2, 'a2'))")).isEqualTo("ConstraintError");
    }

    private Object failureOf(String call) {
        return run("return " + call + ".then(() => 'none', e => e?.name ?? String(e))");
    }

    @Test
    void whereThereIsNoRoomToKeepWhatIsGivenTheAnswerGoesAllTheSame() {
        threeWaiting();
        run("""
                const put = IDBObjectStore.prototype.put;
                IDBObjectStore.prototype.put = function (...what) {
                  if (this.name === "given") this.transaction.abort();
                  return put.apply(this, what);
                };
                const [{ key, answer }] = await store.all("ann");
                await store.acknowledge("ann", "first", key, answer, 1);""");

        assertThat(run("return waiting('ann')")).isEqualTo(List.of("second a1"));
        assertThat(run("return given('ann')")).isEqualTo(List.of());
    }

    @Test
    void anAnswerThatTheDeviceKeepsFromLeavingStaysWaiting() {
        threeWaiting();
        run("""
                IDBObjectStore.prototype.delete = function () { throw new DOMException("the disk is busy", "UnknownError"); };
                window.first = (await store.all("ann"))[0];""");

        assertThat(failureOf("store.acknowledge('ann', 'first', first.key, first.answer, 1)"))
                .isEqualTo("UnknownError");

        assertThat(run("return waiting('ann')")).isEqualTo(List.of("first a0", "second a1"));
        assertThat(run("return given('ann')")).isEqualTo(List.of());
    }

    @Test
    void storageThatCantBeReadFailsInsteadOfSeemingEmpty() {
        threeWaiting();
        run("IDBIndex.prototype.openCursor = () => { throw new DOMException('the disk is busy', 'UnknownError'); };");

        assertThat(failureOf("store.all('ann')")).isEqualTo("UnknownError");
        assertThat(failureOf("store.given('ann')")).isEqualTo("UnknownError");
    }
}
