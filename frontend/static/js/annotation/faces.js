/** The faces to come: their addresses are asked for a page at a time, their pictures fetched and decoded ahead. */
export class Faces {
  static #AHEAD = 5;
  static #PAGE = 50;
  static #PAUSES = [500, 1000, 2000, 4000, 8000, 15000];

  #api;
  #total;
  #pages = new Map();
  #pictures = new Map();

  /** @param api the address of the participant's API; @param total how many trials there are */
  constructor(api, total) {
    this.#api = api;
    this.#total = total;
  }

  /** Fetches the pictures after this position, and lets go of the one at it. */
  prefetch(position) {
    this.#pictures.delete(position);
    const last = Math.min(position + Faces.#AHEAD, this.#total - 1);
    for (let at = position + 1; at <= last; at++) this.at(at);
  }

  /** @returns a promise of the decoded picture at a position */
  at(position) {
    if (!this.#pictures.has(position)) {
      this.#pictures.set(position, this.#address(position).then(Faces.load));
    }
    return this.#pictures.get(position);
  }

  async #address(position) {
    const page = Math.floor(position / Faces.#PAGE);
    if (!this.#pages.has(page)) this.#pages.set(page, this.#fetchPage(page * Faces.#PAGE));
    return (await this.#pages.get(page)).get(position);
  }

  async #fetchPage(from) {
    for (let attempt = 0; ; attempt++) {
      try {
        const response = await fetch(`${this.#api}/trials?from=${from}&limit=${Faces.#PAGE}`);
        if (response.ok) return new Map((await response.json()).map(trial => [trial.position, trial.image]));
        if (response.status === 401 || response.status === 409) location.reload();
      } catch {
        // The network is away: try again below.
      }
      await Faces.#pause(attempt);
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
        await Faces.#pause(attempt);
      }
    }
  }

  static #pause(attempt) {
    return new Promise(resolve => setTimeout(resolve, Faces.#PAUSES[Math.min(attempt, Faces.#PAUSES.length - 1)]));
  }
}
