/**
 * What this device keeps of a participant's answers, each with the participation in which it was given: IndexedDB, or, where
 * the browser has none to give, the memory of this page. Answers wait in the outbox in the order in which they came; those that the server has acknowledged are kept as given
 * until the work is done, so that both sides can be compared.
 */
export async function openStore() {
  try {
    return await IndexedStore.open();
  } catch {
    return new MemoryStore();
  }
}

class IndexedStore {
  static #DATABASE = "c25";
  static #VERSION = 2;
  static #WAITING = "outbox";
  static #GIVEN = "given";

  durable = true;
  #database;

  static async open() {
    const store = new IndexedStore();
    await store.#connect();
    return store;
  }

  async #connect() {
    const connection = await opened(IndexedStore.#DATABASE, IndexedStore.#VERSION, (database, oldVersion) => {
      if (oldVersion < 1) {
        database.createObjectStore(IndexedStore.#WAITING, { autoIncrement: true }).createIndex("participant", "participant");
      }
      if (oldVersion < 2) {
        database.createObjectStore(IndexedStore.#GIVEN, { keyPath: ["participant", "answer.position"] }).createIndex("participant", "participant");
      }
    });
    connection.onversionchange = () => connection.close(); // A newer page needs the way free.
    this.#database = connection;
  }

  /** @returns the participant's waiting answers, the oldest first, each with the key that takes it out */
  all(participant) {
    return this.#walk(IndexedStore.#WAITING, participant);
  }

  /** @returns the latest acknowledged answer to each trial, each with its key and the revision that it became */
  given(participant) {
    return this.#walk(IndexedStore.#GIVEN, participant);
  }

  /** Resolves once the answer is written, as far as the browser can tell onto the disk itself. */
  put(participant, participation, answer) {
    return this.#change(stores => stores.outbox.add({ participant, participation, answer }), { durability: "strict" });
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

  /** Takes a waiting answer out that the server has. Where there is no room to keep it as given, it goes all the same. */
  async acknowledge(participant, participation, key, answer, revision) {
    try {
      await this.#change(stores => {
        stores.outbox.delete(key);
        stores.given.put({ participant, participation, answer, revision });
      });
    } catch {
      await this.remove(key);
    }
  }

  /** Forgets that an answer was acknowledged. */
  ungive(key) {
    return this.#change(stores => stores.given.delete(key));
  }

  async #change(change, options) {
    const transaction = await this.#transaction([IndexedStore.#WAITING, IndexedStore.#GIVEN], "readwrite", options);
    change({ outbox: transaction.objectStore(IndexedStore.#WAITING), given: transaction.objectStore(IndexedStore.#GIVEN) });
    await new Promise((resolve, reject) => {
      transaction.oncomplete = () => resolve();
      transaction.onabort = () => reject(transaction.error); // An error before it does not say which yet.
    });
  }

  async #walk(name, participant) {
    const answers = [];
    const store = (await this.#transaction(name, "readonly")).objectStore(name);
    const walking = store.index("participant").openCursor(IDBKeyRange.only(participant));
    await new Promise((resolve, reject) => {
      walking.onerror = () => reject(walking.error);
      walking.onsuccess = () => {
        const cursor = walking.result;
        if (!cursor) return resolve();
        const { participation, answer, revision } = cursor.value;
        answers.push({ key: cursor.primaryKey, participation, answer, revision });
        cursor.continue();
      };
    });
    return answers;
  }

  /** Browsers drop a connection, when a page sleeps or data are cleared: then there is a new one. */
  async #transaction(...how) {
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
}

/** Opens a database. Rejects where a page from before, in another tab, keeps it from being brought up to date. */
function opened(name, version, upgrade) {
  const opening = indexedDB.open(name, version);
  return new Promise((resolve, reject) => {
    opening.onupgradeneeded = ({ oldVersion }) => upgrade(opening.result, oldVersion);
    opening.onsuccess = () => resolve(opening.result);
    opening.onerror = () => reject(opening.error);
    opening.onblocked = () => {
      opening.onsuccess = () => opening.result.close();
      reject(new Error("an older page keeps the storage"));
    };
  });
}
