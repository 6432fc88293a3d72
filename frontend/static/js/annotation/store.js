/**
 * Where answers wait on this device: IndexedDB, or, where the browser has none to give, the memory of this page.
 * Both keep the order in which answers came.
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
  static #ANSWERS = "outbox";

  durable = true;
  #database;

  constructor(database) {
    this.#database = database;
  }

  static async open() {
    const opening = indexedDB.open(IndexedStore.#DATABASE, 1);
    opening.onupgradeneeded = () =>
      opening.result.createObjectStore(IndexedStore.#ANSWERS, { autoIncrement: true }).createIndex("participant", "participant");
    return new IndexedStore(await settled(opening));
  }

  /** @returns the participant's answers, the oldest first, each with the key that takes it out */
  async all(participant) {
    const answers = [];
    const store = this.#database.transaction(IndexedStore.#ANSWERS).objectStore(IndexedStore.#ANSWERS);
    const walking = store.index("participant").openCursor(IDBKeyRange.only(participant));
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

  /** Resolves once the answer is written. */
  put(participant, answer) {
    return this.#change(store => store.add({ participant, answer }));
  }

  remove(key) {
    return this.#change(store => store.delete(key));
  }

  #change(change) {
    const transaction = this.#database.transaction(IndexedStore.#ANSWERS, "readwrite");
    change(transaction.objectStore(IndexedStore.#ANSWERS));
    return new Promise((resolve, reject) => {
      transaction.oncomplete = () => resolve();
      transaction.onabort = transaction.onerror = () => reject(transaction.error);
    });
  }
}

export class MemoryStore {
  durable = false;
  #answers = new Map();
  #last = 0;

  async all() {
    return [...this.#answers].map(([key, answer]) => ({ key, answer }));
  }

  async put(participant, answer) {
    this.#answers.set(`memory-${++this.#last}`, answer);
  }

  async remove(key) {
    this.#answers.delete(key);
  }
}

function settled(request) {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = request.onblocked = () => reject(request.error);
  });
}
