import { MemoryStore, openStore } from "./store.js";

/**
 * The answers on this device that the server has not acknowledged yet. An answer is written here before the next face
 * can be answered, is sent in order, and is taken out by an acknowledgement alone: a reload, a closed tab or a dead network
 * loses nothing. Two tabs of one participant share what is stored, and one of them sends at a time.
 */
export class Outbox {
  static #PAUSES = [1, 2, 4, 8, 15, 30].map(seconds => seconds * 1000);
  static #LONGEST_TOLD = 120000;

  #participant;
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
  /** Called with a Refused; nothing more is sent until the next flush. */
  onrefused = () => {};

  constructor(participant, send, store) {
    this.#participant = participant;
    this.#send = send;
    this.#store = store;
    addEventListener("online", () => this.#wake());
    addEventListener("beforeunload", event => { if (this.isVolatile) event.preventDefault(); });
    document.addEventListener("visibilitychange", () => this.#wake());
  }

  /**
   * @param participant names the participant in the storage
   * @param send sends one answer; resolves to the reply, throws Refused if trying again is of no use
   */
  static async open(participant, send) {
    return new Outbox(participant, send, await openStore());
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
    return (await this.#store.given(this.#participant)).length;
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
    for (const { key, answer, revision } of await this.#store.given(this.#participant)) {
      // What was answered anew since then, on another device say, is the newer word.
      if (known.has(answer.body.id) || (latest.get(answer.position) ?? 0) >= revision) continue;
      await this.#store.put(this.#participant, answer);
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
      await this.#store.put(this.#participant, answer);
    } catch {
      written = false; // The device is full, say.
      await this.#memory.put(this.#participant, answer);
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
          const { key, answer } = answers[0];
          const reply = await this.#send(answer).catch(async e => {
            if (e instanceof Refused && e.forGood) await this.#remove(key);
            if (e instanceof Refused && e.limited) return null;
            throw e;
          });
          failing = false;
          if (!reply) {
            this.onlimited(answer);
            continue;
          }
          await this.#acknowledge(key, answer, reply.revision);
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

  /** Where the storage fails, what is held in memory goes out all the same. */
  async #all() {
    const held = await this.#memory.all();
    try {
      return [...(await this.#store.all(this.#participant)), ...held];
    } catch (e) {
      if (held.length === 0) throw e;
      return held;
    }
  }

  async #acknowledge(key, answer, revision) {
    await this.#memory.remove(key);
    if (this.#isStored(key)) await this.#store.acknowledge(this.#participant, key, answer, revision);
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
   * @param limited whether it is refused because its trial has been answered too often, which says nothing of others
   */
  constructor(status, forGood, limited = false) {
    super(`refused with ${status}`);
    this.status = status;
    this.forGood = forGood;
    this.limited = limited;
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
