/** The faces to come: their addresses are asked for and their pictures fetched and decoded ahead of time. */
export class Faces {
  static #AHEAD = 5;
  static #PAUSES = [500, 1000, 2000, 4000, 8000, 15000];

  #api;
  #total;
  #trials = new Map();
  #wanted = Promise.resolve();

  /** @param api the address of the participant's API; @param total how many trials there are */
  constructor(api, total) {
    this.#api = api;
    this.#total = total;
  }

  /** Fetches the trials after this position. */
  prefetch(position) {
    const last = Math.min(position + Faces.#AHEAD, this.#total - 1);
    let from = position + 1;
    while (this.#trials.has(from)) from++;
    if (from > last) return;
    // Room for an address that the server gives later; who asks for one meanwhile waits for it.
    const page = this.#wanted.then(() => this.#page(from, last - from + 1));
    this.#wanted = page.catch(() => {});
    for (let at = from; at <= last; at++) {
      this.#trials.set(at, page.then(trials => Faces.load(trials.get(at))));
    }
  }

  /** @returns a promise of the decoded picture at a position */
  at(position) {
    if (!this.#trials.has(position)) this.prefetch(position - 1);
    return this.#trials.get(position);
  }

  forget(position) {
    this.#trials.delete(position);
  }

  async #page(from, limit) {
    for (let attempt = 0; ; attempt++) {
      try {
        const response = await fetch(`${this.#api}/trials?from=${from}&limit=${limit}`);
        if (response.ok) return new Map((await response.json()).map(trial => [trial.position, trial.image]));
        if (response.status === 401 || response.status === 409) location.reload();
      } catch {
        // The network is away: try again below.
      }
      await pause(attempt);
    }
  }

  /** Loads a picture, however often that takes. */
  static async load(address) {
    for (let attempt = 0; ; attempt++) {
      const image = new Image();
      image.src = attempt === 0 ? address : `${address}?again=${attempt}`;
      try {
        await image.decode();
        return image;
      } catch {
        await pause(attempt);
      }
    }
  }

  static pauseAfter(attempt) {
    return Faces.#PAUSES[Math.min(attempt, Faces.#PAUSES.length - 1)];
  }
}

function pause(attempt) {
  return new Promise(resolve => setTimeout(resolve, Faces.pauseAfter(attempt)));
}
