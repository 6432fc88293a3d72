/** How long the faces that are left take, at the pace of the last ones: "about 40 min left". */
const LAST = 20;
const ENOUGH = 5;
/** Milliseconds. Longer than this from one face to the next, somebody did something else. */
const LONGEST = 60000;

export class Remaining {
  #element;
  #total;
  #ratedAt = performance.now();
  #pace = [];

  /** @param element whose data-text holds {0}, for the minutes; it is empty until the pace is known */
  constructor(element, total) {
    this.#element = element;
    this.#total = total;
  }

  /** @param answered how many faces have an answer, with the one just rated */
  rated(answered) {
    const now = performance.now();
    const took = now - this.#ratedAt;
    this.#ratedAt = now;
    if (took <= LONGEST) this.#pace = [...this.#pace, took].slice(-LAST);
    if (this.#pace.length >= ENOUGH) this.#tell(this.#median() * (this.#total - answered));
  }

  #median() {
    return [...this.#pace].sort((a, b) => a - b)[Math.floor(this.#pace.length / 2)];
  }

  /** In steps of five minutes while much is left, so that the words stay for a while. */
  #tell(milliseconds) {
    const minutes = milliseconds / 60000;
    const shown = minutes > 10 ? 5 * Math.round(minutes / 5) : Math.max(1, Math.ceil(minutes));
    this.#element.textContent = this.#element.dataset.text.replace("{0}", shown);
  }
}
