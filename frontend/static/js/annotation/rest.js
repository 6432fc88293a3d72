/** Offers a break after every so many trials: without the network, too, for the page stays where it is. */
export class Rest {
  #dialog;
  #every;

  /** @param every after how many trials; 0 for never */
  constructor(dialog, every) {
    this.#dialog = dialog;
    this.#every = every;
  }

  isDue(done) {
    return this.#every > 0 && done % this.#every === 0;
  }

  /** Resolves when the participant goes on. */
  async offer(done, total) {
    const text = this.#dialog.querySelector(".rest-text");
    text.textContent = text.dataset.text.replace("{0}", done).replace("{1}", total);
    this.#dialog.showModal();
    await new Promise(resolve => this.#dialog.addEventListener("close", resolve, { once: true }));
  }
}
