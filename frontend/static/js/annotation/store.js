/**
 * What this device keeps of a participant's answers: IndexedDB, or, where the browser has none to give, the memory of
 * this page. Answers wait in the outbox in the order in which they came; those that the server has acknowledged are kept as given
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
  static #WAITING = "outbox";
  static #GIVEN = "given";

  durable = true;
  #database;

  constructor(database) {
    this.#database = database;
    database.onversionchange = () => database.close(); // A newer page needs the way free.
  }

  static async open() {
    const opening = indexedDB.open(IndexedStore.#DATABASE, 2);
    opening.onupgradeneeded = ({ oldVersion }) => {
      if (oldVersion < 1) {
        opening.result.createObjectStore(IndexedStore.#WAITING, { autoIncrement: true }).createIndex("participant", "participant");
      }
      opening.result.createObjectStore(IndexedStore.#GIVEN, { keyPath: ["participant", "answer.position"] }).createIndex("participant", "participant");
    };
    return new IndexedStore(await settled(opening));
  }

  /** @returns the participant's waiting answers, the oldest first, each with the key that takes it out */
  all(participant) {
    return this.#walk(IndexedStore.#WAITING, participant);
  }

  /** @returns the latest acknowledged answer to each trial, each with its key */
  given(participant) {
    return this.#walk(IndexedStore.#GIVEN, participant);
  }

  /** Resolves once the answer is written. */
  put(participant, answer) {
    return this.#change(stores => stores.outbox.add({ participant, answer }));
  }

  /** Takes a waiting answer out that will never be taken. */
  remove(key) {
    return this.#change(stores => stores.outbox.delete(key));
  }

  /** Takes a waiting answer out that the server has. */
  acknowledge(participant, key, answer) {
    return this.#change(stores => {
      stores.outbox.delete(key);
      stores.given.put({ participant, answer });
    });
  }

  /** Forgets that an answer was acknowledged. */
  ungive(key) {
    return this.#change(stores => stores.given.delete(key));
  }

  #change(change) {
    const transaction = this.#database.transaction([IndexedStore.#WAITING, IndexedStore.#GIVEN], "readwrite");
    change({ outbox: transaction.objectStore(IndexedStore.#WAITING), given: transaction.objectStore(IndexedStore.#GIVEN) });
    return new Promise((resolve, reject) => {
      transaction.oncomplete = () => resolve();
      transaction.onabort = transaction.onerror = () => reject(transaction.error);
    });
  }

  async #walk(name, participant) {
    const answers = [];
    const walking = this.#database.transaction(name).objectStore(name).index("participant").openCursor(IDBKeyRange.only(participant));
    await new Promise((resolve, reject) => {
      walking.onerror = () => reject(walking.error);
      walking.onsuccess = () => {
        const cursor = walking.result;
        if (!cursor) return resolve();
        answers.push({ key: cursor.primaryKey, answer: cursor.value.answer });
        cursor.continue();
      };
    });
    return answers;
  }
}

export class MemoryStore {
  durable = false;
  #answers = new Map();
  #last = 0;

  async all() {
    return [...this.#answers].map(([key, answer]) => ({ key, answer }));
  }

  async given() {
    return [];
  }

  async put(participant, answer) {
    this.#answers.set(`memory-${++this.#last}`, answer);
  }

  async remove(key) {
    this.#answers.delete(key);
  }

  acknowledge(participant, key) {
    return this.remove(key);
  }

  async ungive() {}
}

function settled(request) {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = request.onblocked = () => reject(request.error);
  });
}
