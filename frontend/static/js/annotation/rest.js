/** Offers a break after every so many trials: without the network, too, for the page stays where it is. */
export class Rest {
  #dialog;
  #every;

  /** @param every after how many trials; 0 for never */
  constructor(dialog, every) {
    this.#dialog = dialog;
    this.#every = every;
  }

  /** Resolves when the participant goes on: at once where no break is due. */
  async offer(done, total) {
    if (this.#every === 0 || done % this.#every !== 0) return;
    const text = this.#dialog.querySelector(".rest-text");
    text.textContent = text.dataset.text.replace("{0}", done).replace("{1}", total);
    this.#dialog.showModal();
    await new Promise(resolve => this.#dialog.addEventListener("close", resolve, { once: true }));
  }
}
