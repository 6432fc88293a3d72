package org.c25.browser.scripts;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;

/** For tests of {@code outbox.js}: store and server are fakes in the page. */
abstract class OutboxAlone extends ScriptAlone {

    /** A disk that fails where the test says so, and a memory. */
    private static final String STORE = """
            export class MemoryStore {
              durable = false;
              entries = new Map();
              last = 0;
              get size() { return this.entries.size; }
              nextKey() { return `memory-${++this.last}`; }
              async all() { return [...this.entries].map(([key, entry]) => ({ key, ...entry })); }
              async put(participant, participation, answer) { this.entries.set(this.nextKey(), { participation, answer }); }
              async remove(key) { this.entries.delete(key); }
              async acknowledge(participant, participation, key) { this.entries.delete(key); }
              async given() { return []; }
              async told() {}
              async tell() {}
              async untell() {}
              async prune() {}
            }
            class Disk extends MemoryStore {
              durable = true;
              silent = false;
              full = false;
              busy = 0; // So many calls fail.
              kept = [];
              word = undefined; // What the server said last.
              pruned = [];
              nextKey() { return ++this.last; }
              fail() { if (this.busy > 0) { this.busy--; throw new Error("the disk is busy"); } }
              async all() { this.fail(); return super.all(); }
              async put(...what) { if (this.full) throw new Error("the disk is full"); return super.put(...what); }
              async acknowledge(participant, participation, key, answer, revision, told) {
                this.fail();
                this.entries.delete(key);
                this.kept = this.kept.filter(entry => entry.answer.body.id !== answer.body.id);
                this.kept.push({ key: ["ann", answer.body.id], participation, answer, revision });
                if (told) await this.tell(participant, { participation, ...told });
              }
              async given() { return [...this.kept]; }
              async again(participant, participation, answers) {
                const front = answers.map(answer => [this.nextKey(), { participation, answer, again: true }]);
                this.entries = new Map([...front, ...this.entries]);
              }
              async told() { return this.word; }
              async tell(participant, word) { this.word = { ...(this.word?.participation === word.participation && this.word), ...word }; }
              async untell() { this.word = undefined; }
              async prune(isOver) { this.pruned = [[0, 10], [0, 100], [13, 13], [15, 0]].map(days => days.map(each => each * 86400000))
                .filter(([finished, used]) => isOver({ participant: "bob", usedAt: Date.now() - used, ...(finished && { finishedAt: Date.now() - finished }) })).length; }
              async ungive(key) { this.kept = this.kept.filter(entry => `${entry.key}` !== `${key}`); }
            }
            const disk = new Disk();
            window.disk = disk;
            export const openStore = async () => disk;""";

    private static final String UNNAMED = """
            window.asked = [];
            window.letGo = false;
            export const letGoOfOthers = async (store, page) => { asked.push(`others of ${page.ref}`); };
            export const nameUnnamed = async (store, page) => { asked.push(`unnamed of ${page.ref}`); return letGo; };""";

    /** A server that takes each answer unless the next of the replies says otherwise, and all that the outbox tells. */
    private static final String SERVER = """
            window.sent = [];
            window.replies = [];
            window.away = false;
            window.listed = 0;
            window.there = [];
            window.list = async () => { listed++; if (away) throw new TypeError("Failed to fetch"); return there; };
            window.send = async ({ body }, participation) => {
              sent.push(participation === "first" ? body.id : `${body.id} of ${participation}`);
              if (away) throw new TypeError("Failed to fetch");
              const reply = replies.shift();
              return reply ? reply() : { revision: 1, answered: sent.length };
            };
            window.refuse = (...how) => replies.push(() => { throw new Refused(...how); });
            window.putOff = (...how) => replies.push(() => { throw new Unavailable(...how); });
            window.breakOff = () => replies.push(() => { throw new TypeError("Failed to fetch"); });
            window.told = [];
            window.changes = [];
            window.ref = { ref: "ann", participation: "first" };
            window.answer = (id, position = 0) => ({ position, revising: false, body: { id } });
            window.open = async (page = ref) => {
              window.outbox = await Outbox.open(page, { send: (...what) => send(...what), list: () => list() }, own => told.push(`ended ${own}`));
              outbox.onchange = (waiting, failing) => changes.push(failing ? `${waiting} failing` : `${waiting}`);
              outbox.onacknowledged = (answer, { revision }, left) => told.push(`acknowledged ${answer.body.id} ${revision}, ${left} left`);
              outbox.onunknown = kept => told.push(`unknown, ${kept} kept`);
              outbox.onlimited = answer => told.push(`limited ${answer.body.id}`);
              outbox.onrefused = refused => told.push(`refused ${refused.status}`);
            };
            window.add = async (...ids) => { for (const id of ids) await outbox.add(answer(id)); };
            window.letItHappen = () => new Promise(done => { const { port1, port2 } = new MessageChannel(); port1.onmessage = done; port2.postMessage(0); });
            // Whoever was in the line before has been served when this is.
            window.settled = () => navigator.locks.request("c25-outbox:ann", () => {});""";

    @BeforeEach
    void anOutbox() {
        fake("annotation/store.js", STORE);
        fake("annotation/unnamed.js", UNNAMED);
        load("annotation/outbox.js");
        stopTheClock();
        run(SERVER + "await open();");
    }

    final List<String> sent() {
        return texts("await settled(); return sent");
    }

    final List<String> told() {
        return texts("await settled(); return told");
    }

    final List<String> waiting() {
        return texts("await settled(); return [...disk.entries.values()].map(({ answer }) => answer.body.id)");
    }

    final List<String> given() {
        return texts(
                "await settled(); return disk.kept.map(({ answer, revision }) => `${answer.body.id} ${revision}`)");
    }
}
