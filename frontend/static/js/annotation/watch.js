/**
 * Times one trial: from the moment the face is on the screen to each choice and to the answer. Time in which the page is
 * out of sight is taken out and told by itself. Notes, too, with what the answer was given and how often it was changed.
 */
export class Watch {
  static #POINTERS = ["mouse", "touch", "pen"];

  #startedAt = performance.now();
  #hiddenSince = null;
  #hidden = 0;
  #times = {};
  #changes = 0;
  #device = null;
  #surroundings;

  /** @param surroundings know whether the page is dimmed */
  constructor(surroundings) {
    this.#surroundings = surroundings;
    document.addEventListener("visibilitychange", () => this.#visibility());
    document.addEventListener("pointerdown", event => { this.#device = Watch.#POINTERS.find(type => type === event.pointerType) ?? null; }, true);
    document.addEventListener("keydown", () => { this.#device = "keyboard"; }, true);
  }

  /** The face is on the screen now. */
  start() {
    this.#startedAt = performance.now();
    this.#hidden = 0;
    this.#hiddenSince = document.hidden ? this.#startedAt : null;
    this.#times = {};
    this.#changes = 0;
  }

  /** Somebody chose on this scale; the last choice counts. */
  chose(scale) {
    if (scale in this.#times) this.#changes += 1;
    this.#times[scale] = this.#elapsed();
  }

  /** What the API takes beside the answer itself; times in whole milliseconds. */
  report() {
    return {
      responseTimeMillis: this.#elapsed(),
      expressionTimeMillis: this.#times.expression ?? null,
      valenceTimeMillis: this.#times.valence ?? null,
      arousalTimeMillis: this.#times.arousal ?? null,
      hiddenTimeMillis: Math.round(this.#hidden),
      changes: this.#changes,
      inputDevice: this.#device,
      viewportWidth: innerWidth,
      viewportHeight: innerHeight,
      dimmed: this.#surroundings.dimmed,
    };
  }

  #elapsed() {
    const now = this.#hiddenSince ?? performance.now();
    return Math.max(0, Math.round(now - this.#startedAt - this.#hidden));
  }

  #visibility() {
    const now = performance.now();
    if (document.hidden) {
      this.#hiddenSince ??= now;
    } else if (this.#hiddenSince !== null) {
      this.#hidden += now - this.#hiddenSince;
      this.#hiddenSince = null;
    }
  }
}
