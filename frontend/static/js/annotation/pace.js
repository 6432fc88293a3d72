/**
 * What a study asks of the order and the time of an answer: controls that open one after the other, and a face that is
 * seen for a while before NEXT.
 */
export class Pace {
  #rows;
  #inOrder;
  #minimumViewing;

  /** @param form the annotation form, whose data-in-order and data-minimum-viewing (milliseconds) say what is asked */
  constructor(form) {
    this.#rows = [...form.querySelectorAll("fieldset[data-scale]")];
    this.#inOrder = form.dataset.inOrder === "true";
    this.#minimumViewing = Number(form.dataset.minimumViewing);
    form.addEventListener("change", () => this.#open());
  }

  /** A face has come on screen. Resolves when an answer may be given. */
  async begin() {
    this.#open();
    if (this.#minimumViewing > 0) await new Promise(resolve => setTimeout(resolve, this.#minimumViewing));
  }

  /** Opens the first control without an answer, and those before it. */
  #open() {
    if (!this.#inOrder) return;
    let open = true;
    for (const row of this.#rows) {
      row.disabled = !open;
      open &&= row.querySelector(":checked") !== null;
    }
  }
}
