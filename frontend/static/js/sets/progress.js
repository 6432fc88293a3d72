import { newId } from "../annotation/uuid.js";
import { site } from "../web/site.js";

const EVERY = 500;

/** Asks what the server is doing with a long request. It is a hint: where nobody knows, it only says that it waits. */
export class UploadProgress {
  #tell;
  #name;
  #timer;

  /** @param tell what takes the words */
  constructor(tell) {
    this.#tell = tell;
  }

  /** A new name for the work, to be sent along with the request. */
  name() {
    this.#name = newId();
    return this.#name;
  }

  follow() {
    if (this.#timer) return;
    this.#tell("All is sent. The server is at work; this can take some minutes …");
    this.#timer = setInterval(() => this.#ask(), EVERY);
    this.#ask();
  }

  async #ask() {
    try {
      const reply = await fetch(`${site}/work/${this.#name}`, { headers: { Accept: "application/json" } });
      const words = reply.status === 200 ? (await reply.json()).words : null;
      if (words && this.#timer) this.#tell(`${words} …`);
    } catch {
      // The request itself goes on, and its answer counts.
    }
  }

  end() {
    clearInterval(this.#timer);
    this.#timer = undefined;
  }
}
