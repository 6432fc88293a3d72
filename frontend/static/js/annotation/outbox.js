/**
 * The answers on this device that the server has not acknowledged yet. An answer is written here before the next face
 * is shown, is sent in order, and is taken out by an acknowledgement alone: a reload or a dead network loses nothing.
 *
 * Each answer has a key of its own in the browser's storage, under its participant, so that two tabs can't overwrite
 * each other's. Where the browser keeps nothing, the answers live in memory and `durable` is false.
 */
export class Outbox {
  static #PAUSES = [1, 2, 4, 8, 15, 30].map(seconds => seconds * 1000);

  #prefix;
  #send;
  #memory = new Map();
  #flushing = null;
  #wake = () => {};
  #order = Date.now();
  durable;
  /** Called after every change: how many answers wait, and whether the last attempt failed. */
  onchange = () => {};
  /** Called with each acknowledgement: the answer, and the server's reply. */
  onacknowledged = () => {};
  /** Called with a Refused; nothing more is sent until the next flush. */
  onrefused = () => {};

  /**
   * @param participant names the participant in the storage
   * @param send sends one answer; resolves to the reply, throws Refused if trying again is of no use
   */
  constructor(participant, send) {
    this.#prefix = `c25-outbox:${participant}:`;
    this.#send = send;
    this.durable = this.#canStore();
    addEventListener("online", () => this.#wake());
    document.addEventListener("visibilitychange", () => this.#wake());
  }

  get size() {
    return this.#keys().length;
  }

  add(answer) {
    const key = this.#prefix + String(++this.#order).padStart(15, "0") + ":" + answer.body.id;
    this.#memory.set(key, answer);
    if (this.durable) {
      try {
        localStorage.setItem(key, JSON.stringify(answer));
      } catch {
        this.durable = false; // The storage is full: from here on each answer waits for its acknowledgement.
      }
    }
    this.flush();
  }

  /** Sends what is here, however long it takes. Resolves when nothing is left; rejects with Refused. */
  flush() {
    this.#wake();
    if (!this.#flushing) {
      this.#flushing = this.#sendAll().finally(() => { this.#flushing = null; });
      this.#flushing.catch(refused => this.onrefused(refused));
    }
    return this.#flushing;
  }

  async #sendAll() {
    let failures = 0;
    for (let key = this.#keys()[0]; key; key = this.#keys()[0]) {
      const answer = this.#read(key);
      this.onchange(this.size, failures > 0);
      try {
        const reply = await this.#send(answer);
        this.#remove(key);
        failures = 0;
        this.onacknowledged(answer, reply);
      } catch (e) {
        if (e instanceof Refused) {
          if (e.forGood) this.#remove(key);
          throw e;
        }
        this.onchange(this.size, true);
        await this.#pause(Outbox.#PAUSES[Math.min(failures++, Outbox.#PAUSES.length - 1)]);
      }
    }
    this.onchange(0, false);
  }

  #pause(milliseconds) {
    return new Promise(resolve => {
      this.#wake = resolve;
      setTimeout(resolve, milliseconds);
    });
  }

  #keys() {
    const keys = new Set(this.#memory.keys());
    if (this.durable) {
      for (let i = 0; i < localStorage.length; i++) {
        const key = localStorage.key(i);
        if (key.startsWith(this.#prefix)) keys.add(key);
      }
    }
    return [...keys].sort();
  }

  #read(key) {
    return this.#memory.get(key) ?? JSON.parse(localStorage.getItem(key));
  }

  #remove(key) {
    this.#memory.delete(key);
    if (this.durable) localStorage.removeItem(key);
  }

  #canStore() {
    try {
      localStorage.setItem("c25-probe", "1");
      localStorage.removeItem("c25-probe");
      return true;
    } catch {
      return false;
    }
  }
}

/** The server will not take this answer. */
export class Refused extends Error {
  /**
   * @param status the HTTP status
   * @param forGood whether no later attempt can succeed, so that the answer need not be kept
   */
  constructor(status, forGood) {
    super(`refused with ${status}`);
    this.status = status;
    this.forGood = forGood;
  }
}
