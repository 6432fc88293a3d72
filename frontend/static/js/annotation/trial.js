/**
 * Makes the annotation form quick: the answer goes into the outbox, and the next face, fetched before, is there at once.
 * Without this script the same form is sent to the server and comes back with the next face.
 */
import { Completeness } from "./completeness.js";
import { serverAt } from "./delivery.js";
import { Faces } from "./faces.js";
import { Keys } from "./keys.js";
import { tab } from "./memory.js";
import { Outbox } from "./outbox.js";
import { Pace } from "./pace.js";
import { Remaining } from "./remaining.js";
import { Rest } from "./rest.js";
import { Surroundings } from "./surroundings.js";
import { Tabs } from "./tabs.js";
import { newId } from "./uuid.js";
import { Watch } from "./watch.js";
import { pagesOf } from "../web/site.js";

const PATIENCE = 5000;
/** So many faces in a row that can't be shown: it is not these faces, and to go on would only mix up the order. */
const TOO_MANY = 5;
const SCALES = ["expression", "valence", "arousal"];
/** Left for the page that is about to come: somebody went on elsewhere. */
const CAUGHT_UP = "c25-caught-up";
/** Left for the next page: the change just made was one too many. */
const TOO_OFTEN = "c25-too-often";
/** Left for the next page with a face: answers of another participation were let go. */
const ENDED = "c25-ended";
/** Out of sight for so long, the page asks whether somebody went on elsewhere. */
const LONG_AWAY = 10000;
const STUTTER = 500;

class TrialPage {
  #form = document.querySelector("form.trial");
  #face = this.#form.querySelector(".face");
  #next = this.#form.querySelector(".next");
  #message = this.#form.querySelector(".message");
  #saved = this.#form.querySelector(".saved");
  #notice = this.#form.querySelector(".notice");
  #text = this.#form.dataset;
  #home = pagesOf(this.#text.ref);
  #api = `${this.#home}/api`;
  #position = Number(this.#text.position);
  #answered = Number(this.#text.answered);
  #total = Number(this.#text.total);
  #until = Number(this.#text.until);
  #revising = this.#text.revising === "true";
  #returning = this.#text.returning === "true";
  #shownAt = -Infinity;
  #stopped = false;
  #before = this.#choice();
  #faces = new Faces(this.#api, this.#until, this.#text.participation);
  #outbox;
  #watch = new Watch(new Surroundings(this.#form.querySelector(".dim")));
  #completeness = new Completeness(this.#form);
  #pace = new Pace(this.#form);
  #rest = new Rest(document.querySelector("dialog.rest"), Number(this.#text.breakEvery));
  #remaining = new Remaining(this.#form.querySelector(".left"), this.#total);
  #keys = new Keys(this.#form, () => this.#form.querySelector(".back")?.click());

  async start() {
    this.#next.disabled = true;
    this.#form.addEventListener("submit", event => this.#submit(event));
    this.#form.addEventListener("change", event => this.#watch.chose(event.target.name));
    this.#outbox = await Outbox.open(this.#text, serverAt(this.#api), own => this.#ended(own));
    this.#outbox.onchange = (waiting, failing) => this.#showSaved(waiting, failing);
    this.#outbox.onacknowledged = (answer, reply, left) => this.#acknowledged(answer, reply, left);
    this.#outbox.onlimited = () => this.#limited();
    this.#outbox.onunknown = kept => this.#unknown(kept);
    this.#outbox.onrefused = refused => this.#refused(refused);
    this.#outbox.onvolatile = () => this.#tellVolatile();
    if (!this.#outbox.isDurable) this.#tellVolatile();
    this.#faces.onready = () => this.#tellAhead();
    this.#keys.explainIn(document.querySelector(".keys"), this.#form.querySelector(".show-keys"));
    for (const way of document.querySelectorAll("header nav a, .rest .pause")) way.addEventListener("click", event => this.#leave(event));
    addEventListener("pageshow", event => { if (event.persisted) location.reload(); });
    this.#lookElsewhere();
    if (await this.#owed()) return location.reload();
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

  /**
   * Sends answers given on this device that are not on the server: still waiting, or acknowledged and lost there since. They
   * may be to this very trial, so that only the server knows then what is to be shown here.
   *
   * @returns whether there were any
   */
  async #owed() {
    try {
      const waiting = (await this.#outbox.size()) > 0;
      if (!waiting && !(await this.#outbox.compare(this.#text))) return false;
      await this.#flush();
      return waiting || this.#outbox.reclaimed > 0;
    } catch {
      return false; // The device's storage fails: what it holds goes out when it works again.
    }
  }

  /** Says when the same person's page is open in another tab, or when they went on with another device. */
  #lookElsewhere() {
    if (tab.recall(CAUGHT_UP)) this.#notice.textContent = this.#text.otherdevice;
    tab.forget(CAUGHT_UP);
    if (tab.recall(TOO_OFTEN)) this.#notice.textContent = this.#text.toooften;
    tab.forget(TOO_OFTEN);
    if (tab.recall(ENDED)) this.#notice.textContent = this.#text.ended;
    tab.forget(ENDED);
    new Tabs(this.#text.ref, others => { this.#notice.textContent = others > 0 ? this.#text.othertab : ""; });
    let hiddenAt = Date.now(); // Not performance.now(), which stands still while a device sleeps.
    document.addEventListener("visibilitychange", () => {
      if (document.hidden) hiddenAt = Date.now();
      else if (Date.now() - hiddenAt > LONG_AWAY) this.#catchUp();
    });
  }

  /** Goes to where the person is by now, if nothing of this page's is on its way. */
  async #catchUp() {
    if (this.#revising || (await this.#outbox.size().catch(() => 1)) > 0) return;
    const there = await fetch(`${this.#api}/standing`).then(response => (response.ok ? response.json() : null)).catch(() => null);
    if (there && there.participation !== this.#text.participation) return location.replace(this.#home);
    if (there?.answered > this.#answered) this.#goOn(true);
  }

  /** @param kept resolves once the answer before is safe: until then the next one is not taken */
  async #ready(kept = null) {
    requestAnimationFrame(() => this.#watch.start());
    await Promise.all([kept, this.#pace.begin()]);
    if (this.#stopped) return;
    this.#next.disabled = false;
    this.#text.ready = "true";
  }

  /** Writes the answer down and shows the next face, both in the very task of the click. */
  async #submit(event) {
    event.preventDefault();
    if (this.#next.disabled || this.#isStutter()) return;
    if (!this.#completeness.check()) return;
    const byKeys = document.activeElement?.matches(":focus-visible"); // Disabled, NEXT loses the focus.
    this.#next.disabled = true;
    const choice = this.#choice();
    if (this.#revising && SCALES.every(scale => choice[scale] === this.#before[scale])) return this.#goOn();
    const kept = this.#keep({
      position: this.#position,
      revising: this.#revising,
      body: { id: newId(), ...choice, ...this.#watch.report() },
    });
    if (this.#revising) {
      await kept;
      return this.#goOn();
    }
    this.#answered += 1;
    this.#count();
    this.#remaining.rated(this.#answered);
    this.#linkBack(this.#position);
    if (this.#answered < this.#total && this.#rest.isDue(this.#answered)) {
      await kept;
      await this.#rest.offer(this.#answered, this.#total);
    }
    await this.#advance(kept, byKeys);
  }

  /** A double click on NEXT, or a key held down: it meant the face before. */
  #isStutter() {
    return performance.now() - this.#shownAt < STUTTER && !this.#form.querySelector(":checked");
  }

  /** Resolves when the answer is written on this device; where that can't be, or for a revision, when the server has it. */
  async #keep(answer) {
    const written = await this.#outbox.add(answer);
    if (!written || answer.revising) await this.#flush();
  }

  /** Shows the next face that can be shown. Where none is left before one that is answered, the server says what is next. */
  async #advance(kept = null, byKeys = false) {
    if (this.#faces.isAnswered(this.#position + 1)) return this.#catchUpAfter(kept);
    const image = this.#position + 1 < this.#until ? this.#faces.ready(this.#position + 1) : null;
    if (image) {
      this.#position += 1;
      return this.#turnTo(image, kept, byKeys);
    }
    const slow = setTimeout(() => {
      this.#face.style.visibility = "hidden"; // Never the old face over an empty form.
      this.#message.textContent = this.#text.unloaded;
    }, 150);
    let late = null;
    for (let passed = 0; !late && ++this.#position < this.#until; passed++) {
      if (passed === TOO_MANY) return this.#giveUp();
      late = await this.#faces.at(this.#position);
      if (this.#faces.isAnswered(this.#position)) return this.#catchUpAfter(kept);
    }
    clearTimeout(slow);
    if (late) return this.#turnTo(late, kept, byKeys);
    await kept;
    await this.#flush();
    this.#goOn();
  }

  /** The trial to come was answered on another device meanwhile. */
  async #catchUpAfter(kept) {
    await kept;
    await this.#flush();
    this.#goOn(true);
  }

  #turnTo(image, kept, byKeys) {
    if (this.#stopped) return;
    this.#form.reset();
    for (const radio of this.#form.querySelectorAll("input[type=radio]")) radio.checked = false;
    this.#message.textContent = "";
    if (this.#notice.textContent !== this.#text.othertab) this.#notice.textContent = "";
    this.#form.action = `${this.#home}/trials/${this.#position}`;
    this.#text.position = this.#position;
    this.#form.elements.id.value = newId();
    this.#show(image);
    this.#shownAt = performance.now();
    this.#ready(kept);
    if (byKeys) this.#keys.begin();
    else document.activeElement?.blur();
    scrollTo(0, 0);
    this.#faces.prefetch(this.#position);
    this.#tellAhead();
  }

  /** Says on the form how many of the next faces are here: so many can be rated whatever the network does. */
  #tellAhead() {
    this.#text.ahead = this.#faces.ahead(this.#position);
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
    this.#form.querySelector(".how-far").value = this.#answered;
  }

  #linkBack(position) {
    if (this.#text.revisable === "0") return;
    let back = this.#form.querySelector(".back");
    if (!back) {
      back = document.createElement("a");
      back.className = "back";
      back.textContent = this.#text.back;
      back.addEventListener("click", event => this.#leave(event));
      this.#form.querySelector(".language").before(back);
    }
    back.href = `${this.#home}/trials/${position}`;
  }

  #acknowledged(answer, reply, left) {
    if (reply.revision > 1 && !answer.revising) {
      // Another tab or device has answered this trial: the server knows best where to go on.
      this.#flush().then(() => this.#goOn(true));
    } else if (left === 0 && !this.#revising) {
      // Later answers may have been given while this one was on its way.
      this.#answered = Math.max(this.#answered, reply.answered);
      this.#count();
    }
  }

  /** Waits until all is sent. Where the server refuses, nothing goes on from here: the page has said why. */
  async #flush() {
    await this.#outbox.flush().catch(() => new Promise(() => {}));
  }

  #limited() {
    tab.keep(TOO_OFTEN, "true"); // Wherever this happened, the next page with a face says so.
  }

  /** @param own whether this very page is of a participation that was erased elsewhere: the first page tells what is so now */
  #ended(own) {
    tab.keep(ENDED, "true");
    this.#notice.textContent = this.#text.ended;
    if (!own || this.#stopped) return;
    this.#stop();
    this.#flush().then(() => location.replace(this.#home));
  }

  /** The server was put back to a state from before this participation: nothing more can be answered on this page. */
  #unknown(kept) {
    this.#stop();
    this.#message.textContent = this.#text.unknown.replace("{0}", kept);
  }

  #refused(refused) {
    this.#stop();
    if (refused.status === 403) return this.#goOn(true);
    this.#message.textContent = this.#text.refused;
    if (refused.forGood) location.replace(this.#home); // Withdrawn meanwhile, say: the first page tells what is so.
  }

  #stop() {
    this.#stopped = true;
    this.#next.disabled = true;
  }

  async #leave(event) {
    event.preventDefault();
    const address = event.currentTarget.href;
    // What can't be sent in a moment stays on the device and goes out with the next page of faces; if it can, that is.
    const patience = this.#outbox.isVolatile ? [] : [new Promise(resolve => setTimeout(resolve, PATIENCE))];
    await Promise.race([this.#flush(), ...patience]);
    location.assign(address);
  }

  /** @param elsewhere whether somebody went on in another place, which the next page tells */
  #goOn(elsewhere = false) {
    if (elsewhere) tab.keep(CAUGHT_UP, "true");
    location.replace(`${this.#home}/trials`);
  }

  #showSaved(waiting, failing) {
    this.#saved.classList.toggle("waiting", failing);
    this.#saved.classList.toggle("sending", waiting > 0 && !failing);
    this.#saved.textContent =
      failing ? this.#text.waiting.replace("{0}", waiting) : waiting > 0 ? this.#text.saving : this.#text.saved;
  }

  #tellVolatile() {
    const words = this.#form.querySelector(".volatile");
    words.textContent = words.dataset.text;
  }

  #choice() {
    const chosen = new FormData(this.#form);
    return Object.fromEntries(SCALES.map(scale => [scale, chosen.has(scale) ? Number(chosen.get(scale)) : null]));
  }
}

new TrialPage().start().catch(e => {
  // A copy has none of this script's listeners: the form itself goes to the server then.
  const form = document.querySelector("form.trial");
  form.querySelector(".next").disabled = false;
  form.replaceWith(form.cloneNode(true));
  throw e;
});
