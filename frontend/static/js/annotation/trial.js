/**
 * Makes the annotation form quick: the answer goes into the outbox, and the next face, fetched before, is there at once.
 * Without this script the same form is sent to the server and comes back with the next face.
 */
import { Completeness } from "./completeness.js";
import { deliverTo } from "./delivery.js";
import { Faces } from "./faces.js";
import { Keys } from "./keys.js";
import { Outbox } from "./outbox.js";
import { Pace } from "./pace.js";
import { Rest } from "./rest.js";
import { Watch } from "./watch.js";

const PATIENCE = 5000;
/** So many faces in a row that can't be shown: it is not these faces, and to go on would only mix up the order. */
const TOO_MANY = 5;
const SCALES = ["expression", "valence", "arousal"];

class TrialPage {
  #form = document.querySelector("form.trial");
  #face = this.#form.querySelector(".face");
  #next = this.#form.querySelector(".next");
  #message = this.#form.querySelector(".message");
  #saved = this.#form.querySelector(".saved");
  #text = this.#form.dataset;
  #home = `/p/${this.#text.ref}`;
  #api = `${this.#home}/api`;
  #position = Number(this.#text.position);
  #answered = Number(this.#text.answered);
  #total = Number(this.#text.total);
  #until = Number(this.#text.until);
  #revising = this.#text.revising === "true";
  #returning = this.#text.returning === "true";
  #before = this.#choice();
  #faces = new Faces(this.#api, this.#until);
  #outbox;
  #watch = new Watch();
  #completeness = new Completeness(this.#form);
  #pace = new Pace(this.#form);
  #rest = new Rest(document.querySelector("dialog.rest"), Number(this.#text.breakEvery));
  #keys = new Keys(this.#form, () => this.#form.querySelector(".back")?.click());

  async start() {
    this.#next.disabled = true;
    this.#form.addEventListener("submit", event => this.#submit(event));
    this.#form.addEventListener("change", event => this.#watch.chose(event.target.name));
    this.#outbox = await Outbox.open(this.#text.ref, deliverTo(this.#api));
    this.#outbox.onchange = (waiting, failing) => this.#showSaved(waiting, failing);
    this.#outbox.onacknowledged = (answer, reply, left) => this.#acknowledged(answer, reply, left);
    this.#outbox.onrefused = refused => this.#refused(refused);
    this.#explainKeys();
    for (const way of this.#form.querySelectorAll("header nav a")) way.addEventListener("click", event => this.#leave(event));
    addEventListener("pageshow", event => { if (event.persisted) location.reload(); });
    if ((await this.#outbox.size().catch(() => 0)) > 0) {
      // Answers from before, perhaps to this very trial: they go first, then the server knows where to go on.
      await this.#flush();
      return this.#goOn();
    }
    if (!(await this.#initialFace())) return this.#pass();
    this.#ready();
    if (!this.#revising) this.#faces.prefetch(this.#position);
  }

  /** The face that came with the page: shown by the browser itself, or loaded again if that failed. */
  async #initialFace() {
    try {
      await this.#face.decode();
    } catch {
      this.#message.textContent = this.#text.unloaded;
      const image = await this.#faces.load(this.#position, this.#face.src);
      if (!image) return false;
      this.#show(image);
      this.#message.textContent = "";
    }
    return true;
  }

  /** Goes past a face that can't be shown. If it could not be shown before either, the server says what else is left. */
  async #pass() {
    if (!this.#revising && !this.#returning) {
      this.#faces.prefetch(this.#position);
      return this.#advance();
    }
    await this.#flush();
    location.replace(`${this.#home}/trials?after=${this.#position}`);
  }

  #explainKeys() {
    const help = document.querySelector(".keys");
    const letters = help.querySelector(".letters");
    [...this.#form.querySelectorAll(".expression .first")].forEach((word, i) => {
      const row = letters.appendChild(document.createElement("li"));
      row.append(kbd(i + 1), kbd(this.#keys.letters[i]), ` ${word.textContent}`);
    });
    const button = this.#form.querySelector(".show-keys");
    button.hidden = false;
    button.addEventListener("click", () => help.showModal());
  }

  async #ready() {
    requestAnimationFrame(() => this.#watch.start());
    await this.#pace.begin();
    this.#next.disabled = false;
    this.#text.ready = "true";
  }

  async #submit(event) {
    event.preventDefault();
    if (this.#next.disabled) return;
    if (!this.#completeness.check()) return;
    this.#next.disabled = true;
    const choice = this.#choice();
    if (this.#revising && SCALES.every(scale => choice[scale] === this.#before[scale])) return this.#goOn();
    const written = await this.#outbox.add({
      position: this.#position,
      revising: this.#revising,
      body: { id: newId(), ...choice, ...this.#watch.report() },
    });
    if (!written || this.#revising) await this.#flush();
    if (this.#revising) return this.#goOn();
    this.#answered += 1;
    this.#linkBack(this.#position);
    if (this.#answered < this.#total) await this.#rest.offer(this.#answered, this.#total);
    await this.#advance();
  }

  /** Shows the next face that can be shown. Where none is left before one that is answered, the server says what is next. */
  async #advance() {
    const byKeys = document.activeElement?.matches(":focus-visible");
    const slow = setTimeout(() => {
      this.#face.style.visibility = "hidden"; // Never the old face over an empty form.
      this.#message.textContent = this.#text.unloaded;
    }, 150);
    let image = null;
    for (let passed = 0; !image && ++this.#position < this.#until; passed++) {
      if (passed === TOO_MANY) return this.#giveUp();
      image = await this.#faces.at(this.#position);
    }
    clearTimeout(slow);
    if (!image) {
      await this.#flush();
      return this.#goOn();
    }
    this.#form.reset();
    for (const radio of this.#form.querySelectorAll("input[type=radio]")) radio.checked = false;
    this.#message.textContent = "";
    this.#form.action = `${this.#home}/trials/${this.#position}`;
    this.#form.elements.id.value = newId();
    this.#count();
    this.#show(image);
    this.#ready();
    if (byKeys) this.#keys.begin();
    else document.activeElement?.blur();
    scrollTo(0, 0);
    this.#faces.prefetch(this.#position);
  }

  async #giveUp() {
    await this.#flush();
    location.replace(`${this.#home}/unloaded`);
  }

  #show(image) {
    image.className = this.#face.className;
    image.alt = this.#face.alt;
    this.#face.replaceWith(image);
    this.#face = image;
  }

  #count() {
    this.#form.querySelector(".counter").textContent = `${this.#answered}/${this.#total}`;
  }

  #linkBack(position) {
    if (this.#text.revisable === "0") return;
    let back = this.#form.querySelector(".back");
    if (!back) {
      back = document.createElement("a");
      back.className = "back";
      back.textContent = this.#text.back;
      back.addEventListener("click", event => this.#leave(event));
      this.#form.querySelector("header nav").prepend(back);
    }
    back.href = `${this.#home}/trials/${position}`;
  }

  #acknowledged(answer, reply, left) {
    if (reply.revision > 1 && !answer.revising) {
      // Another tab or device has answered this trial: the server knows best where to go on.
      this.#flush().then(() => this.#goOn());
    } else if (left === 0 && !this.#revising) {
      this.#answered = reply.answered;
      this.#count();
    }
  }

  /** Waits until all is sent. Where the server refuses, nothing goes on from here: the page has said why. */
  async #flush() {
    await this.#outbox.flush().catch(() => new Promise(() => {}));
  }

  #refused(refused) {
    this.#next.disabled = true;
    this.#message.textContent = this.#text.refused;
    if (refused.forGood) location.replace(this.#home); // Withdrawn meanwhile, say: the first page tells what is so.
  }

  async #leave(event) {
    event.preventDefault();
    const address = event.currentTarget.href;
    // What can't be sent in a moment stays on the device and goes out with the next page of faces.
    await Promise.race([this.#flush(), new Promise(resolve => setTimeout(resolve, PATIENCE))]);
    location.assign(address);
  }

  #goOn() {
    location.replace(`${this.#home}/trials`);
  }

  #showSaved(waiting, failing) {
    this.#saved.classList.toggle("waiting", failing);
    this.#saved.textContent =
      failing ? this.#text.waiting.replace("{0}", waiting) : waiting > 0 ? this.#text.saving : this.#text.saved;
  }

  #choice() {
    const chosen = new FormData(this.#form);
    return Object.fromEntries(SCALES.map(scale => [scale, chosen.has(scale) ? Number(chosen.get(scale)) : null]));
  }
}

function kbd(text) {
  const key = document.createElement("kbd");
  key.textContent = text;
  return key;
}

/** A random UUID, also where the page did not come over HTTPS and crypto.randomUUID is missing. */
function newId() {
  if (crypto.randomUUID) return crypto.randomUUID();
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 0x0f) | 0x40;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const hex = [...bytes].map(byte => byte.toString(16).padStart(2, "0")).join("");
  return hex.replace(/(.{8})(.{4})(.{4})(.{4})(.{12})/, "$1-$2-$3-$4-$5");
}

new TrialPage().start();
