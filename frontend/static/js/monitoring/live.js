import { tellAgo } from "./ago.js";
import { morph } from "./morph.js";
import { site } from "../web/site.js";
import { tellZone } from "../web/zone.js";

/**
 * Keeps a set's page up to date: asks every few seconds whether anything has changed, and takes over what has, in place. It asks
 * less often where the answer takes long, when the server can't be reached, and while the page is hidden; after an hour out of
 * sight it stops, so that a forgotten tab keeps nobody signed in. Once seen again, it asks at once.
 */
const EVERY = 5_000;
const EVERY_HIDDEN = 60_000;
const LONGEST_PAUSE = 60_000;
const LONGEST_HIDDEN = 3_600_000;
const LONGEST_WAIT = 30_000;
const GENTLE = 10; // times as long as the last answer took

class Live {
  #main = document.querySelector("main[data-live]");
  #line = this.#main.querySelector(".live");
  #age = document.createElement("span");
  #trouble = document.createElement("span");
  #etag = this.#main.dataset.etag;
  #serverAhead = 0; // of this device's clock, in milliseconds
  #updatedAt = Date.now();
  #hiddenAt = document.hidden ? Date.now() : null;
  #failures = 0;
  #timer = 0;
  #asking = null;
  #ended = false;

  constructor() {
    this.#serverAhead = Date.parse(this.#line.querySelector("time").dateTime) - Date.now();
    this.#trouble.setAttribute("role", "status");
    this.#line.replaceChildren(this.#age, " ", this.#trouble);
    document.addEventListener("visibilitychange", () => this.#seen());
    addEventListener("online", () => this.#ask());
    setInterval(() => this.#tell(), 1000);
    this.#tell();
    this.#wait(EVERY);
  }

  #seen() {
    this.#hiddenAt = document.hidden ? Date.now() : null;
    if (!document.hidden) this.#ask();
  }

  #wait(milliseconds) {
    clearTimeout(this.#timer);
    if (this.#ended || (this.#hiddenAt && Date.now() - this.#hiddenAt > LONGEST_HIDDEN)) return;
    const pause = document.hidden ? Math.max(EVERY_HIDDEN, milliseconds) : milliseconds;
    this.#timer = setTimeout(() => this.#ask(), pause);
  }

  async #ask() {
    if (this.#asking) return;
    clearTimeout(this.#timer);
    const start = Date.now();
    this.#asking = AbortSignal.timeout(LONGEST_WAIT);
    try {
      await this.#take(await fetch(this.#main.dataset.live, {
        headers: { "If-None-Match": this.#etag },
        cache: "no-store",
        redirect: "manual", // to the page for signing in
        signal: this.#asking,
      }));
    } catch {
      this.#failures += 1;
    }
    this.#asking = null;
    this.#tell();
    this.#wait(this.#failures > 0
      ? Math.min(EVERY * 2 ** (this.#failures - 1), LONGEST_PAUSE)
      : Math.min(Math.max(EVERY, GENTLE * (Date.now() - start)), LONGEST_PAUSE));
  }

  async #take(response) {
    const refused = response.type === "opaqueredirect" || [401, 403, 404].includes(response.status);
    if (refused) {
      this.#end(response.status === 404);
      return;
    }
    if (response.status !== 304) {
      if (!response.ok) throw new Error(`status ${response.status}`);
      const next = new DOMParser().parseFromString(await response.text(), "text/html").querySelector("main[data-live]");
      if (!next) throw new Error("not the page");
      this.#show(next);
    }
    this.#ended = false;
    this.#failures = 0;
    this.#updatedAt = Date.now();
    this.#trouble.replaceChildren();
  }

  #show(next) {
    const focused = document.activeElement;
    morph(this.#main, next);
    tellZone(this.#main);
    this.#etag = next.dataset.etag;
    if (focused && !focused.isConnected) this.#main.querySelector(".actions-row button, .tabs a")?.focus();
  }

  #end(gone) {
    this.#ended = true;
    const link = document.createElement("a");
    link.href = gone ? `${site}/studies` : location.pathname + location.search;
    link.textContent = gone ? "Go to the studies." : "Sign in again to go on.";
    this.#trouble.replaceChildren(gone ? "The set is not there any more, or no longer yours. " : "Your session has ended. ", link);
  }

  #tell() {
    const seconds = Math.round((Date.now() - this.#updatedAt) / 1000);
    const since = seconds < 120 ? `${seconds} s` : `${Math.floor(seconds / 60)} min`;
    const lost = this.#failures > 0 || this.#ended;
    this.#line.classList.toggle("lost", lost);
    this.#age.textContent = lost ? `Not live: these figures are ${since} old.` : `Live · updated ${since} ago`;
    if (lost && !this.#ended) this.#tellLost();
    tellAgo(this.#main, Date.now() + this.#serverAhead);
  }

  /** Said once, not every second: it is read out. */
  #tellLost() {
    const words = "The server can't be reached. Check your connection; the page goes on by itself once it answers.";
    if (this.#trouble.textContent !== words) this.#trouble.textContent = words;
  }
}

new Live();
