/** So long a page waits for its storage, in milliseconds. Mostly it takes a few; some browsers' never answers (Safari 14). */
const PATIENCE = 2500;

/**
 * What this device keeps of a participant's answers, each with the participation in which it was given: IndexedDB, or, where
 * the browser has none to give, the memory of this page. Answers wait in the outbox in the order in which they are sent. Those
 * that the server has acknowledged are kept as given, so that they can be sent again to a server that was put back to an
 * earlier state. What the server said last of a participant is kept as told. All of it goes some time after the last use.
 */
export async function openStore() {
  try {
    return await IndexedStore.open();
  } catch {
    return new MemoryStore();
  }
}

/** Each of its methods rejects if the storage does not answer in time, and from then on at once. */
class IndexedStore {
  static #DATABASE = "c25";
  static #VERSION = 3;
  static #WAITING = "outbox";
  static #GIVEN = "given";
  static #TOLD = "told";

  durable = true;
  /** Whether it has left a question without an answer: nobody can tell any more what is written. */
  silent = false;
  #database;

  static async open() {
    const store = new IndexedStore();
    await store.#connect();
    return store;
  }

  async #connect() {
    const connection = await opened(IndexedStore.#DATABASE, IndexedStore.#VERSION, IndexedStore.#upgrade);
    connection.onversionchange = () => connection.close(); // A newer page needs the way free.
    this.#database = connection;
  }

  static #upgrade(database, oldVersion, transaction) {
    if (oldVersion < 1) {
      database.createObjectStore(IndexedStore.#WAITING, { autoIncrement: true }).createIndex("participant", "participant");
    }
    if (oldVersion < 3) {
      const told = database.createObjectStore(IndexedStore.#TOLD, { keyPath: "participant" });
      if (oldVersion < 2) return IndexedStore.#createGiven(database);
      // Before, the latest answer to each trial was kept alone.
      transaction.objectStore(IndexedStore.#GIVEN).getAll().onsuccess = ({ target: { result: entries } }) => {
        database.deleteObjectStore(IndexedStore.#GIVEN);
        const given = IndexedStore.#createGiven(database);
        for (const entry of entries) {
          given.put(entry);
          told.put({ participant: entry.participant, participation: entry.participation, usedAt: Date.now() });
        }
      };
    }
  }

  static #createGiven(database) {
    const given = database.createObjectStore(IndexedStore.#GIVEN, { keyPath: ["participant", "answer.body.id"] });
    given.createIndex("participant", "participant");
    return given;
  }

  /**
   * @returns the participant's waiting answers in the order in which they are sent, each with the key that takes it out;
   *     `again` tells those that the server had acknowledged before
   */
  all(participant) {
    return this.#walk(IndexedStore.#WAITING, participant);
  }

  /** @returns the acknowledged answers, each with its key and the revision that it became */
  given(participant) {
    return this.#walk(IndexedStore.#GIVEN, participant);
  }

  /** Resolves once the answer is written, as far as the browser can tell onto the disk itself. */
  put(participant, participation, answer) {
    return this.#change(stores => stores.outbox.add({ participant, participation, answer }), { durability: "strict" });
  }

  /**
   * Puts acknowledged answers back among the waiting ones, in front of all others: what waits was given after them. They
   * stay among the given ones.
   */
  again(participant, participation, answers) {
    return this.#change(({ outbox }) => {
      outbox.openKeyCursor().onsuccess = ({ target: { result: first } }) => {
        const before = Math.min(first ? first.key : 1, 1) - answers.length;
        answers.forEach((answer, i) => outbox.add({ participant, participation, answer, again: true }, before + i));
      };
    }, { durability: "strict" });
  }

  /** Says of which participation an entry is that a page of an earlier version kept without a word of that. */
  name(participant, participation, { key, answer, revision }) {
    return this.#change(stores => {
      if (revision) stores.given.put({ participant, participation, answer, revision });
      else stores.outbox.put({ participant, participation, answer }, key);
    });
  }

  /** Takes a waiting answer out that will never be taken. */
  remove(key) {
    return this.#change(stores => stores.outbox.delete(key));
  }

  /**
   * Takes a waiting answer out that the server has. Where there is no room to keep it as given, it goes all the same.
   *
   * @param told what the server said with it, as for tell; null if that is not to be kept
   */
  async acknowledge(participant, participation, key, answer, revision, told) {
    try {
      await this.#change(stores => {
        stores.outbox.delete(key);
        stores.given.put({ participant, participation, answer, revision });
        if (told) IndexedStore.#merge(stores.told, participant, { participation, ...told });
      });
    } catch {
      await this.remove(key);
    }
  }

  /** @returns what is kept of the server's last word to a participant; nothing if there is none */
  async told(participant) {
    return this.#wanted((await this.#transaction([IndexedStore.#TOLD], "readonly")).objectStore(IndexedStore.#TOLD).get(participant));
  }

  /**
   * Keeps the server's last word to a participant.
   *
   * @param word what is new of: participation; answered, how many trials have an answer; era, which state of its database
   *     the server goes on from; finishedAt, when the work was found finished
   */
  tell(participant, word) {
    return this.#change(({ told }) => IndexedStore.#merge(told, participant, word));
  }

  /** Of another participation than before, nothing else that was told holds. */
  static #merge(told, participant, word) {
    told.get(participant).onsuccess = ({ target: { result: before } }) => {
      const same = before && (!word.participation || before.participation === word.participation);
      told.put({ ...(same && before), ...word, participant, usedAt: Date.now() });
    };
  }

  /**
   * Forgets participants whose time is over, with all that they were told and gave; not what waits.
   *
   * @param isOver says of what was told whether its time is over
   */
  async prune(isOver) {
    const transaction = await this.#transaction([IndexedStore.#TOLD], "readonly");
    for (const told of await this.#wanted(transaction.objectStore(IndexedStore.#TOLD).getAll())) {
      if (!isOver(told)) continue;
      for (const { key } of await this.given(told.participant)) await this.ungive(key);
      await this.untell(told.participant);
    }
  }

  /** Forgets what a participant was told. */
  untell(participant) {
    return this.#change(({ told }) => told.delete(participant));
  }

  /** Forgets that an answer was acknowledged. */
  ungive(key) {
    return this.#change(stores => stores.given.delete(key));
  }

  async #change(change, options) {
    const names = [IndexedStore.#WAITING, IndexedStore.#GIVEN, IndexedStore.#TOLD];
    const transaction = await this.#transaction(names, "readwrite", options);
    change(Object.fromEntries(names.map(name => [name, transaction.objectStore(name)])));
    await this.#answer((resolve, reject) => {
      transaction.oncomplete = () => resolve();
      transaction.onabort = () => reject(transaction.error); // An error before it does not say which yet.
    });
  }

  async #walk(name, participant) {
    const answers = [];
    const store = (await this.#transaction(name, "readonly")).objectStore(name);
    const walking = store.index("participant").openCursor(IDBKeyRange.only(participant));
    await this.#answer((resolve, reject) => {
      walking.onerror = () => reject(walking.error);
      walking.onsuccess = () => {
        const cursor = walking.result;
        if (!cursor) return resolve();
        const { participation, answer, revision, again } = cursor.value;
        answers.push({ key: cursor.primaryKey, participation, answer, revision, again });
        cursor.continue();
      };
    });
    return answers;
  }

  #wanted(request) {
    return this.#answer((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  }

  async #answer(listen) {
    try {
      return await inTime(listen);
    } catch (e) {
      if (e instanceof Silence) this.silent = true;
      throw e;
    }
  }

  /** Browsers drop a connection, when a page sleeps or data are cleared: then there is a new one. */
  async #transaction(...how) {
    if (this.silent) throw new Silence();
    try {
      return this.#database.transaction(...how);
    } catch {
      await this.#connect();
      return this.#database.transaction(...how);
    }
  }
}

export class MemoryStore {
  durable = false;
  silent = false;
  #answers = new Map();
  #last = 0;

  get size() {
    return this.#answers.size;
  }

  async all() {
    return [...this.#answers].map(([key, kept]) => ({ key, ...kept }));
  }

  async given() {
    return [];
  }

  async put(participant, participation, answer) {
    this.#answers.set(`memory-${++this.#last}`, { participation, answer });
  }

  async remove(key) {
    this.#answers.delete(key);
  }

  acknowledge(participant, participation, key) {
    return this.remove(key);
  }

  async ungive() {}

  async again() {}

  async told() {}

  async tell() {}

  async untell() {}

  async prune() {}
}

class Silence extends Error {}

/** @param listen as of a new Promise @returns a promise that rejects with a Silence if nothing else happens in time */
function inTime(listen, ongiveup = () => {}) {
  return new Promise((resolve, reject) => {
    const waiting = setTimeout(() => {
      ongiveup();
      reject(new Silence("the storage does not answer"));
    }, PATIENCE);
    const done = settle => value => {
      clearTimeout(waiting);
      settle(value);
    };
    listen(done(resolve), done(reject));
  });
}

/**
 * Opens a database. Rejects where the storage does not answer, where a page from before, in another tab, keeps it from being
 * brought up to date, or where others stand in line for that.
 */
function opened(name, version, upgrade) {
  const opening = indexedDB.open(name, version);
  const closeLater = () => { opening.onsuccess = () => opening.result.close(); };
  return inTime((resolve, reject) => {
    opening.onupgradeneeded = ({ oldVersion }) => upgrade(opening.result, oldVersion, opening.transaction);
    opening.onsuccess = () => resolve(opening.result);
    opening.onerror = () => reject(opening.error);
    opening.onblocked = () => {
      closeLater();
      reject(new Error("an older page keeps the storage"));
    };
  }, closeLater);
}
