import { newId } from "./uuid.js";

/** Knows in how many other tabs of this browser the same participant's page is open. */
export class Tabs {
  #me = newId();
  #others = new Set();

  /** @param participant names the participant; @param onchange called with the number of other tabs */
  constructor(participant, onchange) {
    if (!("BroadcastChannel" in window)) return;
    const channel = new BroadcastChannel(`c25-page:${participant}`);
    const say = word => channel.postMessage({ from: this.#me, word });
    channel.onmessage = ({ data: { from, word } }) => {
      if (word === "bye") this.#others.delete(from);
      else this.#others.add(from);
      if (word === "hello") say("here");
      onchange(this.#others.size);
    };
    addEventListener("pagehide", () => say("bye"));
    document.addEventListener("visibilitychange", () => {
      if (document.hidden) return;
      // A tab that crashed has said no goodbye: ask again who is there.
      this.#others.clear();
      onchange(0);
      say("hello");
    });
    say("hello");
  }
}
