import { MemoryStore, openStore } from "./store.js";
import { letGoOfOthers, nameUnnamed } from "./unnamed.js";

/**
 * The answers on this device that the server has not acknowledged yet. An answer is written here before the next face
 * can be answered, is sent in order, and is taken out by an acknowledgement alone: a reload, a closed tab or a dead network
 * loses nothing. Two tabs of one participant share what is stored, and one of them sends at a time.
 *
 * Who has everything erased and comes again by the same link has the same address and other trials. Each answer therefore
 * says in which participation it was given, and the server takes it into no other.
 */
export class Outbox {
  static #PAUSES = [1, 2, 4, 8, 15, 30].map(seconds => seconds * 1000);
  static #LONGEST_TOLD = 120000;

  #participant;
  #participation;
  #send;
  #store;
  #memory = new MemoryStore();
  #flushing = null;
  #more = false;
  /** How many answers are being written just now, and what was told last of those that are. */
  #adding = 0;
  #waiting = 0;
  #failing = false;
  /** How long the server asked to be left in peace, in milliseconds. */
  #retryAfter = 0;
  #wake = () => {};

  /** Called after every change: how many answers are not acknowledged, and whether the last attempt failed. */
  onchange = () => {};
  /** Called with each acknowledgement: the answer, and the server's reply. */
  onacknowledged = () => {};
  /** Called with an answer that is not taken because its trial has been answered too often; the others go on. */
  onlimited = () => {};
  /** Called when answers of another participation were let go; with whether it is the one that this page is of, so that the page is out of date. */
  onended = () => {};
  /** Called with a Refused; nothing more is sent until the next flush. */
  onrefused = () => {};

  constructor({ ref, participation }, send, store) {
    this.#participant = ref;
    this.#participation = participation;
    this.#send = send;
    this.#store = store;
    addEventListener("online", () => this.#wake());
    addEventListener("beforeunload", event => { if (this.isVolatile) event.preventDefault(); });
    document.addEventListener("visibilitychange", () => this.#wake());
  }

  /**
   * @param page what the page says of itself: `ref` names the participant in the storage, `participation` the participation,
   *     and `only` is "true" if there was surely no other before
   * @param send sends one answer of a participation; resolves to the reply, throws Refused if trying again is of no use
   * @param onended as the field of this name
   */
  static async open(page, send, onended = () => {}) {
    const store = await openStore();
    const outbox = new Outbox(page, send, store);
    outbox.onended = onended;
    if (page.participation) {
      await letGoOfOthers(store, page).catch(() => {}); // Not sent in any case.
      if (await nameUnnamed(store, page).catch(() => false)) onended(false);
    }
    return outbox;
  }

  async size() {
    return (await this.#all()).length;
  }

  /** Forgets all that is kept here of a participant: of one who has finished or withdrawn. */
  static async forget(participant) {
    const store = await openStore();
    for (const { key } of await store.all(participant)) await store.remove(key);
    for (const { key } of await store.given(participant)) await store.ungive(key);
  }

  /** @returns how many trials have an answer that was given on this device and acknowledged */
  async given() {
    return (await this.#given()).length;
  }

  async #given() {
    const given = await this.#store.given(this.#participant);
    return given.filter(({ participation }) => participation === this.#participation);
  }

  /**
   * Puts those answers back among the waiting ones that the server has acknowledged and does not have: its disk was
   * restored from a copy, say.
   *
   * @param there the server's list of this participant's answers
   * @returns how many there were
   */
  async reclaim(there) {
    const latest = new Map();
    for (const answer of there) latest.set(answer.position, Math.max(answer.revision, latest.get(answer.position) ?? 0));
    const known = new Set(there.map(answer => answer.id));
    let lost = 0;
    for (const { key, answer, revision } of await this.#given()) {
      // What was answered anew since then, on another device say, is the newer word.
      if (known.has(answer.body.id) || (latest.get(answer.position) ?? 0) >= revision) continue;
      await this.#store.put(this.#participant, this.#participation, answer);
      await this.#store.ungive(key);
      lost += 1;
    }
    return lost;
  }

  /** Whether an answer waits here that would be gone with this page. */
  get isVolatile() {
    return this.#memory.size > 0 || (!this.#store.durable && this.#store.size > 0);
  }

  /** @returns whether the answer is written on this device; if not, it is safe only once it is flushed */
  async add(answer) {
    let written = this.#store.durable;
    this.#adding += 1;
    this.#tell(this.#waiting, this.#failing); // From this moment on not all is saved.
    try {
      await this.#store.put(this.#participant, this.#participation, answer);
    } catch {
      written = false; // The device is full, say.
      await this.#memory.put(this.#participant, this.#participation, answer);
    }
    this.#adding -= 1;
    this.#waiting += 1;
    this.flush().catch(() => {});
    return written;
  }

  #tell(waiting, failing) {
    this.#waiting = waiting;
    this.#failing = failing;
    this.onchange(waiting + this.#adding, failing);
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
      this.#tell(0, false);
    } finally {
      this.#flushing = null; // At once with the last look at #more, so that no answer slips in between.
    }
  }

  /** @returns false if an attempt failed and is to be made again, be it the network's fault, the server's or the device's */
  async #sendWaiting(failing) {
    let waiting = 1;
    try {
      await alone(`c25-outbox:${this.#participant}`, async () => {
        for (let answers = await this.#all(); answers.length > 0; answers = await this.#all()) {
          waiting = answers.length;
          this.#tell(waiting, failing);
          const { key, participation, answer } = answers[0];
          const reply = await this.#send(answer, participation).catch(async e => {
            if (e instanceof Refused && e.forGood) await this.#remove(key);
            if (e instanceof Refused && (e.limited || e.ended)) return e;
            throw e;
          });
          failing = false;
          if (reply instanceof Refused) {
            if (reply.ended) this.onended(participation === this.#participation);
            else this.onlimited(answer);
            continue;
          }
          await this.#acknowledge(key, participation, answer, reply.revision);
          this.onacknowledged(answer, reply, waiting - 1);
        }
      });
      return true;
    } catch (e) {
      if (e instanceof Refused) throw e;
      this.#retryAfter = e instanceof Unavailable ? Math.min(e.seconds * 1000, Outbox.#LONGEST_TOLD) : 0;
      this.#tell(waiting, true);
      return false;
    }
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
    const held = await this.#memory.all();
    try {
      const stored = await this.#store.all(this.#participant);
      return [...stored.filter(({ participation }) => participation || !this.#participation), ...held];
    } catch (e) {
      if (held.length === 0) throw e;
      return held;
    }
  }

  async #acknowledge(key, participation, answer, revision) {
    await this.#memory.remove(key);
    if (this.#isStored(key)) await this.#store.acknowledge(this.#participant, participation, key, answer, revision);
  }

  async #remove(key) {
    await this.#memory.remove(key);
    if (this.#isStored(key)) await this.#store.remove(key);
  }

  #isStored(key) {
    return typeof key === "number" || !this.#store.durable;
  }
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
   *     often (limited), or if it was given in another participation (ended)
   */
  constructor(status, forGood, problem = {}) {
    super(`refused with ${status}`);
    this.status = status;
    this.forGood = forGood;
    this.limited = "mostRevisions" in problem;
    this.ended = "otherParticipation" in problem;
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
