/**
 * The faces to come: their addresses are asked for a page at a time, their pictures fetched and decoded ahead. A dead
 * network, or a server that is away, is waited for, however long that takes. A picture that is not there, or is damaged, is tried
 * three times, then reported, and its trial comes back later: nobody rates what they have not seen.
 */
export class Faces {
  static #AHEAD = 5;
  static #PAGE = 50;
  static #PAUSES = [500, 1000, 2000, 4000, 8000, 15000];
  static #PAUSES_OF_BROKEN = [1500, 3500];

  #api;
  #until;
  #participation;
  #pages = new Map();
  #pictures = new Map();
  #decoded = new Map();
  #answered = new Set();

  /** Called when a picture has come. */
  onready = () => {};

  /**
   * @param api the address of the participant's API
   * @param until the first position that is of no interest
   * @param participation of which the page is
   */
  constructor(api, until, participation) {
    this.#api = api;
    this.#until = until;
    this.#participation = participation;
  }

  /** Fetches the pictures after this position, and lets go of the one at it. */
  prefetch(position) {
    this.#pictures.delete(position);
    this.#decoded.delete(position);
    const last = Math.min(position + Faces.#AHEAD, this.#until - 1);
    for (let at = position + 1; at <= last; at++) this.at(at);
  }

  /** @returns a promise of the decoded picture at a position; of null if it can't be shown, which the server then knows */
  at(position) {
    if (!this.#pictures.has(position)) {
      const loading = this.#address(position).then(address => (address ? this.load(position, address) : this.#closed(position)));
      loading.then(image => {
        this.#decoded.set(position, image);
        this.onready();
      });
      this.#pictures.set(position, loading);
    }
    return this.#pictures.get(position);
  }

  /** @returns the decoded picture at a position if it is here already, so that it can be shown in this very frame */
  ready(position) {
    return this.#decoded.get(position);
  }

  /** Whether a trial was answered on another device since this page came, so that its picture is closed to this one. */
  isAnswered(position) {
    return this.#answered.has(position);
  }

  #closed(position) {
    this.#answered.add(position);
    return null;
  }

  /** @returns how many pictures after this position are here already, one after the other */
  ahead(position) {
    let at = position;
    while (this.#decoded.has(at + 1)) at += 1;
    return at - position;
  }

  async #address(position) {
    const page = Math.floor(position / Faces.#PAGE);
    if (!this.#pages.has(page)) this.#pages.set(page, this.#fetchPage(page * Faces.#PAGE));
    return (await this.#pages.get(page)).get(position);
  }

  async #fetchPage(from) {
    const trials = await this.#call(`/trials?from=${from}&limit=${Faces.#PAGE}`);
    return new Map(trials.map(trial => [trial.position, trial.image]));
  }

  /** Like at, for a picture whose address is known. */
  async load(position, address) {
    try {
      return await decoded(address);
    } catch {
      // An image does not say why it fails: ask again in a way that does.
    }
    for (let tries = 0, away = 0; ; ) {
      try {
        return await refetched(address);
      } catch (e) {
        if (e instanceof Closed) {
          return this.#closed(position);
        } else if (!(e instanceof Broken)) {
          await Faces.#pause(away++);
        } else if (tries < Faces.#PAUSES_OF_BROKEN.length) {
          await pause(Faces.#PAUSES_OF_BROKEN[tries++]);
        } else {
          await this.#report(position, e.message);
          return null;
        }
      }
    }
  }

  /** @returns the server's list of this participant's answers */
  answers() {
    return this.#call("/annotations");
  }

  /** @returns how far the participant is, as the server counts */
  standing() {
    return this.#call("/standing");
  }

  #report(position, reason) {
    return this.#call(`/trials/${position}/picture-report`, {
      method: "POST",
      headers: { "Content-Type": "application/json", ...(this.#participation && { "C25-Participation": this.#participation }) },
      body: JSON.stringify({ reason }),
    });
  }

  /** Calls the API until it answers well, and whole. @returns what it says, or null where it has nothing to say */
  async #call(path, options) {
    for (let attempt = 0; ; attempt++) {
      try {
        const response = await fetch(this.#api + path, options);
        if (response.ok) return response.status === 204 ? null : await response.json();
        if ([401, 403, 409].includes(response.status)) location.reload();
      } catch {
        // The network is away: try again below.
      }
      await Faces.#pause(attempt);
    }
  }

  static #pause(attempt) {
    return pause(Faces.#PAUSES[Math.min(attempt, Faces.#PAUSES.length - 1)]);
  }
}

/** It is the picture's fault, not the network's. */
class Broken extends Error {}

/** The trial has an answer from another device, and this one may not look at it. */
class Closed extends Error {}

/** What the server, or a proxy before it, says while it can't serve or has too much to do: no fault of the picture. */
const isAway = status => status >= 500 || status === 408 || status === 429;

async function decoded(address) {
  const image = new Image();
  image.src = address;
  await image.decode();
  return image;
}

/** Fetches a picture past what the browser has kept of it. Throws Broken, or another error if the network is away. */
async function refetched(address) {
  const response = await fetch(address, { cache: "reload" });
  if (isAway(response.status)) throw new Error(`status ${response.status}`);
  const isProblem = response.headers.get("Content-Type")?.startsWith("application/problem+json");
  if (response.status === 403 && isProblem) throw new Closed();
  if ([401, 409].includes(response.status) && isProblem) {
    location.reload(); // Withdrawn or revoked meanwhile: the page tells what is so.
    return new Promise(() => {});
  }
  if (!response.ok) throw new Broken(`status ${response.status}`);
  const copy = URL.createObjectURL(await response.blob());
  try {
    return await decoded(copy);
  } catch {
    throw new Broken("does not decode");
  } finally {
    URL.revokeObjectURL(copy);
  }
}

/** Waits so long, or until the network comes back. */
function pause(milliseconds) {
  return new Promise(resolve => {
    setTimeout(resolve, milliseconds);
    addEventListener("online", resolve, { once: true });
  });
}
