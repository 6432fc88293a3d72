import { lostOf } from "./lost.js";
import { MemoryStore, openStore } from "./store.js";
import { letGoOfOthers, nameUnnamed } from "./unnamed.js";

/**
 * The answers on this device that the server has not acknowledged yet. An answer is written here before the next face
 * can be answered, is sent in order, and is taken out by an acknowledgement alone: a reload, a closed tab or a dead network
 * loses nothing. Two tabs of one participant share what is stored, and one of them sends at a time.
 *
 * What is acknowledged stays on the device, too, until two weeks after the end of the work. A server whose database was put
 * back to an earlier state, from a copy or by a failover, has fewer answers than it said it had, or names another era. Then
 * both sides are compared at once, and the device sends what the server lacks.
 *
 * Who has everything erased and comes again by the same link has the same address and other trials. Each answer therefore
 * says in which participation it was given, and the server takes it into no other.
 */
export class Outbox {
  static #PAUSES = [1, 2, 4, 8, 15, 30].map(seconds => seconds * 1000);
  static #LONGEST_TOLD = 120000;

  #participant;
  #participation;
  #server;
  #store;
  #memory = new MemoryStore();
  #flushing = null;
  #more = false;
  /** The answers of this page that are not acknowledged, by their IDs, and whether each is written. */
  #own = new Map();
  /** All answers that were here at the last look, of whatever page, by their IDs. */
  #seen = new Map();
  #failing = false;
  /** How long the server asked to be left in peace, in milliseconds. */
  #retryAfter = 0;
  #wake = () => {};
  /** What the server said that raised a doubt whether it has all that it had, until both sides are compared. */
  #doubt = null;

  /** How many answers the server was found to lack, though it had acknowledged them. */
  reclaimed = 0;

  /** Called after every change: how many answers are not acknowledged, and whether the last attempt failed. */
  onchange = () => {};
  /** Called with each acknowledgement: the answer, and the server's reply. */
  onacknowledged = () => {};
  /** Called with an answer that is not taken because its trial has been answered too often; the others go on. */
  onlimited = () => {};
  /** Called when answers of another participation were let go; with whether it is the one that this page is of, so that the page is out of date. */
  onended = () => {};
  /** Called when the storage has stopped answering: what waits is held in this page alone from here on. */
  onvolatile = () => {};
  /** Called when the server does not know this participation any more, with of how many trials the device keeps answers. */
  onunknown = () => {};
  /** Called with a Refused; nothing more is sent until the next flush. */
  onrefused = () => {};

  constructor({ ref, participation }, server, store) {
    this.#participant = ref;
    this.#participation = participation;
    this.#server = server;
    this.#store = store;
    addEventListener("online", () => this.#wake());
    addEventListener("beforeunload", event => { if (this.isVolatile) event.preventDefault(); });
    document.addEventListener("visibilitychange", () => this.#wake());
  }

  /**
   * @param page what the page says of itself: `ref` names the participant in the storage, `participation` the participation,
   *     and `only` is "true" if there was surely no other before
   * @param server sends one answer of a participation (send), and lists those it has (list: null if this device may not read
   *     them); both throw Refused if trying again is of no use
   * @param onended as the field of this name
   */
  static async open(page, server, onended = () => {}) {
    const store = await openStore();
    const outbox = new Outbox(page, server, store);
    outbox.onended = onended;
    await store.prune(told => isOver(told, page.ref)).catch(() => {}); // The next page tries again.
    if (page.participation) {
      await letGoOfOthers(store, page).catch(() => {}); // Not sent in any case.
      if (await nameUnnamed(store, page).catch(() => false)) onended(false);
    }
    if (store.silent) await outbox.#goOnInMemory();
    return outbox;
  }

  async size() {
    return (await this.#all()).length;
  }

  /** Forgets all that is kept here of a participant who has withdrawn. */
  static async forget(participant) {
    const store = await openStore();
    for (const { key } of await store.all(participant)) await store.remove(key);
    for (const { key } of await store.given(participant)) await store.ungive(key);
    await store.untell(participant);
  }

  /** @returns how many trials have an answer here, of whatever participation of a participant */
  static async keptOf(participant) {
    const store = await openStore();
    return trials([...(await store.all(participant)), ...(await store.given(participant))].map(({ answer }) => answer));
  }

  /** The work is done: what was given stays for a while, and goes then. */
  async finished() {
    const told = await this.#ask(store => store.told(this.#participant));
    if (told?.finishedAt) return;
    await this.#ask(store => store.tell(this.#participant, { participation: this.#participation, finishedAt: Date.now() }));
  }

  /** @returns whether the work was found finished on this device, before the server was put back */
  async wasFinished() {
    const told = await this.#ask(store => store.told(this.#participant));
    return Boolean(told?.finishedAt) && told.participation === this.#participation;
  }

  async #given() {
    const given = await this.#ask(store => store.given(this.#participant));
    return given.filter(({ participation }) => participation === this.#participation);
  }

  /**
   * Compares what a new page says with what the server said last. If that raises a doubt, both sides are compared answer by
   * answer with the next flush.
   *
   * @param page what it says: answered, how many trials have an answer (left out to raise a doubt in any case); era
   * @returns whether there is a doubt
   */
  async compare({ answered, era }) {
    if (!this.#participation) return false;
    const told = await this.#told();
    const unchanged = told
      ? Number(answered) >= told.answered && (era === undefined || era === told.era)
      : (await this.#given()).length === 0;
    if (!unchanged) this.#doubt = { answered, era };
    return !unchanged;
  }

  /** What the server said last in this participation; undefined if nothing is known of that. */
  async #told() {
    const told = await this.#ask(store => store.told(this.#participant));
    return told && told.participation === this.#participation && told.answered !== undefined ? told : undefined;
  }

  /** Whether the server has less than it said before: fewer answers, or those of another era. */
  async #isDoubtful(participation, { revision, answered, era }) {
    if (participation !== this.#participation) return false;
    const told = await this.#told().catch(() => undefined);
    if (!told) return false;
    const expected = told.answered + (revision === 1 ? 1 : 0);
    return answered < expected || (era !== undefined && era !== told.era);
  }

  /** Compares both sides, and puts what the server lacks in front of all that waits. */
  async #clearUp() {
    const { answered, era } = this.#doubt;
    const there = await this.#server.list();
    this.reclaimed += await this.reclaim(there);
    const known = there ? trials(there) : Number(answered);
    const word = { participation: this.#participation, answered: known, ...(era !== undefined && { era }) };
    await this.#ask(store => store.tell(this.#participant, word));
    this.#doubt = null;
  }

  /**
   * Puts those answers back among the waiting ones that the server has acknowledged and does not have.
   *
   * @param there the server's list of this participant's answers; null where this device may not read it
   * @returns how many there were
   */
  async reclaim(there) {
    const waiting = new Set((await this.#ask(store => store.all(this.#participant))).map(({ answer }) => answer.body.id));
    const lost = lostOf(await this.#given(), there).filter(answer => !waiting.has(answer.body.id));
    if (lost.length > 0) await this.#ask(store => store.again(this.#participant, this.#participation, lost));
    return lost.length;
  }

  /** Whether what waits here outlives the page. */
  get isDurable() {
    return this.#store.durable;
  }

  /** Whether an answer waits here that would be gone with this page. */
  get isVolatile() {
    return this.#memory.size > 0 || (!this.#store.durable && this.#store.size > 0);
  }

  /** @returns whether the answer is written on this device; if not, it is safe only once it is flushed */
  async add(answer) {
    const own = { participation: this.#participation, answer, written: false };
    this.#own.set(answer.body.id, own);
    this.#tell(this.#failing); // From this moment on not all is saved.
    try {
      await this.#ask(store => store.put(this.#participant, this.#participation, answer));
      own.written = true;
    } catch {
      await this.#memory.put(this.#participant, this.#participation, answer); // The device is full, say.
    }
    this.flush().catch(() => {});
    return own.written && this.#store.durable;
  }

  /** Asks the storage. Where it has stopped answering, the memory of this page takes its place. */
  async #ask(question) {
    const store = this.#store;
    try {
      return await question(store);
    } catch (e) {
      if (!store.silent) throw e;
      await this.#goOnInMemory();
      return question(this.#memory);
    }
  }

  async #goOnInMemory() {
    if (this.#store === this.#memory) return;
    this.#store = this.#memory;
    const left = new Map([...this.#seen, ...[...this.#own].filter(([, own]) => own.written)]);
    for (const { answer } of await this.#memory.all()) left.delete(answer.body.id);
    for (const { participation, answer } of left.values()) await this.#memory.put(this.#participant, participation, answer);
    this.onvolatile();
  }

  /** Tells how many answers are not acknowledged at this very moment. */
  #tell(failing) {
    this.#failing = failing;
    const waiting = new Set([...this.#seen.keys(), ...this.#own.keys()]).size;
    this.onchange(failing ? Math.max(1, waiting) : waiting, failing);
  }

  /** Sends what is here, however long it takes. Resolves when nothing is left; rejects with Refused. */
  flush() {
    this.#wake();
    this.#more = true;
    if (!this.#flushing) {
      this.#flushing = this.#sendAll();
      this.#flushing.catch(refused => this.onrefused(refused));
    }
    return this.#flushing;
  }

  async #sendAll() {
    try {
      for (let failures = 0; this.#more; ) {
        this.#more = false;
        failures = (await this.#sendWaiting(failures > 0)) ? 0 : failures + 1;
        if (failures > 0) {
          this.#more = true;
          await this.#pause(Outbox.#PAUSES[Math.min(failures, Outbox.#PAUSES.length) - 1], this.#retryAfter);
        }
      }
      this.#tell(false);
    } finally {
      this.#flushing = null; // At once with the last look at #more, so that no answer slips in between.
    }
  }

  /** @returns false if an attempt failed and is to be made again, be it the network's fault, the server's or the device's */
  async #sendWaiting(failing) {
    try {
      await alone(`c25-outbox:${this.#participant}`, async () => {
        if (this.#doubt) await this.#clearUp();
        for (let answers = await this.#all(); answers.length > 0; answers = await this.#all()) {
          this.#tell(failing);
          await this.#sendFirst(answers);
          failing = false;
        }
      });
      return true;
    } catch (e) {
      if (e instanceof Refused) throw e;
      this.#retryAfter = e instanceof Unavailable ? Math.min(e.seconds * 1000, Outbox.#LONGEST_TOLD) : 0;
      this.#tell(true);
      return false;
    }
  }

  async #sendFirst(answers) {
    const { key, participation, answer, again } = answers[0];
    let reply;
    try {
      reply = await this.#server.send(answer, participation);
    } catch (e) {
      if (!(e instanceof Refused)) throw e;
      return this.#refusedBy(e, answers[0]);
    }
    // What the server lacked until now was acknowledged before: it says nothing of what else is missing.
    const doubtful = !again && (await this.#isDoubtful(participation, reply));
    await this.#acknowledge(key, participation, answer, reply, !again && !doubtful);
    if (doubtful) this.#doubt = reply;
    this.onacknowledged(answer, reply, answers.length - 1);
    if (doubtful) await this.#clearUp();
  }

  /** An answer that is not taken. Throws the refusal if it holds for those behind it, too. */
  async #refusedBy(refused, { key, participation, answer, again }) {
    if (refused.unknown) {
      await this.#keepUnknown(key, participation, answer, again);
      return;
    }
    if (refused.forGood) await this.#remove(key, answer);
    if (refused.forGood && again) await this.#ask(store => store.ungive([this.#participant, answer.body.id]));
    if (refused.ended) this.onended(participation === this.#participation);
    else if (refused.limited) this.onlimited(answer);
    else if (!again || !refused.forGood) throw refused;
  }

  /** The server may be put back once more, to a state that knows the participation: until then the answer stays as given. */
  async #keepUnknown(key, participation, answer, again) {
    if (again || !this.#isStored(key)) await this.#remove(key, answer);
    else await this.#acknowledge(key, participation, answer, {}, false);
    if (participation === this.#participation) this.onunknown(trials((await this.#given()).map(entry => entry.answer)));
  }

  /** @param told so long the server wants to be left alone, whatever else wakes us */
  async #pause(milliseconds, told) {
    if (told > 0) await new Promise(resolve => setTimeout(resolve, told));
    await new Promise(resolve => {
      this.#wake = resolve;
      setTimeout(resolve, milliseconds - told);
    });
  }

  /** All but what nobody can tell the participation of. Where the storage fails, what is held in memory goes out all the same. */
  async #all() {
    const written = [...this.#own].filter(([, own]) => own.written).map(([id]) => id);
    const held = await this.#memory.all();
    let answers;
    try {
      const stored = await this.#ask(store => store.all(this.#participant));
      const named = stored.filter(({ participation }) => participation || !this.#participation);
      answers = this.#store === this.#memory ? named : [...named, ...held];
    } catch (e) {
      if (held.length === 0) throw e;
      return held;
    }
    this.#seen = new Map(answers.map(entry => [entry.answer.body.id, entry]));
    for (const id of written) if (!this.#seen.has(id)) this.#own.delete(id); // Another tab has sent it.
    return answers;
  }

  async #acknowledge(key, participation, answer, { revision, answered, era }, isTold) {
    await this.#remove(key, answer, async () => {
      const told = isTold ? { answered, ...(era !== undefined && { era }) } : null;
      await this.#ask(store => store.acknowledge(this.#participant, participation, key, answer, revision, told));
    });
  }

  /** Takes an answer out that the server has, or will never take. */
  async #remove(key, { body: { id } }, fromStore = () => this.#ask(store => store.remove(key))) {
    const [own, seen] = [this.#own.get(id), this.#seen.get(id)];
    this.#own.delete(id);
    this.#seen.delete(id);
    try {
      await this.#memory.remove(key);
      if (this.#isStored(key)) await fromStore();
    } catch (e) {
      if (own) this.#own.set(id, own);
      if (seen) this.#seen.set(id, seen);
      throw e;
    }
  }

  #isStored(key) {
    return typeof key === "number" || !this.#store.durable;
  }
}

/** How long what was given stays on the device, in days: after the end of the work, or after the last use where it has no end. */
const KEPT_AFTER_END = 14;
const KEPT_AFTER_USE = 90;
const DAY = 86_400_000;

function isOver({ participant, usedAt, finishedAt }, present) {
  if (finishedAt) return Date.now() - finishedAt > KEPT_AFTER_END * DAY;
  return participant !== present && Date.now() - usedAt > KEPT_AFTER_USE * DAY;
}

function trials(answers) {
  return new Set(answers.map(({ position }) => position)).size;
}

/** Runs a task when no other tab runs one of this name. Without locks both run, and the server takes each answer once. */
function alone(name, task) {
  return navigator.locks ? navigator.locks.request(name, task) : task();
}

/** The server will not take this answer. */
export class Refused extends Error {
  /**
   * @param status the HTTP status
   * @param forGood whether no later attempt can succeed, so that the answer need not be kept
   * @param problem what the server says of it. It says nothing of other answers if this one's trial has been answered too
   *     often (limited), if it was given in another participation (ended), or if it was given in one of which this server
   *     knows nothing (unknown)
   */
  constructor(status, forGood, problem = {}) {
    super(`refused with ${status}`);
    this.status = status;
    this.forGood = forGood;
    this.limited = "mostRevisions" in problem;
    this.ended = "otherParticipation" in problem;
    this.unknown = "unknownParticipation" in problem;
  }
}

/** The server can't take the answer now. */
export class Unavailable extends Error {
  /** @param seconds after which it wants to be asked again; 0 if it does not say */
  constructor(status, seconds) {
    super(`status ${status}`);
    this.seconds = seconds;
  }
}
