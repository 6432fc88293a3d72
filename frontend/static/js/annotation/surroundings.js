import { device } from "./memory.js";

/**
 * The page around the face: light, or dimmed for a dark room. It is as the study has it until the participant chooses; the
 * choice is remembered on this device. The face itself is never changed.
 */
export class Surroundings {
  static #KEY = "c25-surroundings";

  #root = document.documentElement;
  #button;

  /** @param button switches; its data-dim and data-bright are its words */
  constructor(button) {
    this.#button = button;
    const chosen = device.recall(Surroundings.#KEY);
    if (chosen) this.#root.dataset.surroundings = chosen;
    this.#say();
    button.hidden = false;
    button.addEventListener("click", () => this.#switch());
  }

  get dimmed() {
    return this.#root.dataset.surroundings === "dimmed";
  }

  #switch() {
    const choice = this.dimmed ? "light" : "dimmed";
    this.#root.dataset.surroundings = choice;
    device.keep(Surroundings.#KEY, choice);
    this.#say();
  }

  #say() {
    this.#button.textContent = this.dimmed ? this.#button.dataset.bright : this.#button.dataset.dim;
  }
}
