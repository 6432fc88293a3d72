import { device } from "./memory.js";

/**
 * The annotation page by keyboard: 1–8 or a letter for the expression, 1–9 for each row of manikins, Enter for
 * NEXT, Backspace to go back, ? for help. A digit answers the row that was clicked or has the focus, whichever
 * came last, and the focus goes on to the next: on a Mac, Safari gives a radio button that is clicked no focus.
 * Whoever speaks to their device, or hits keys by chance, turns all of these off; the choice is remembered on this device.
 */
export class Keys {
  static #KEY = "c25-keys";

  #form;
  #back;
  #rows;
  #words;
  #letters;
  /** The row in which somebody was last, by a click or by the focus; undefined where they were elsewhere since. */
  #last;

  /**
   * @param form the annotation form
   * @param back called to go back
   */
  constructor(form, back) {
    this.#form = form;
    this.#back = back;
    this.#rows = [...form.querySelectorAll("fieldset[data-scale]")];
    this.#words = [...form.querySelectorAll(".expression .first")].map(word => word.textContent);
    this.#letters = lettersOf(this.#words);
    for (const way of ["focusin", "click"]) document.addEventListener(way, ({ target }) => this.#went(target));
    document.addEventListener("focusout", () => this.#went(null));
    form.addEventListener("reset", () => this.#went(null)); // The next face.
    document.addEventListener("keydown", event => this.#pressed(event));
  }

  /** Where the keyboard begins with each new face. */
  begin() {
    this.#rows[0].querySelector("input").focus({ preventScroll: true });
  }

  /**
   * Writes the key or two of each expression into the dialog, which the button and the key ? open. The box in it turns the
   * keys on and off.
   */
  explainIn(dialog, button) {
    this.#words.forEach((word, i) => {
      const row = dialog.querySelector(".letters").appendChild(document.createElement("li"));
      row.append(...[i + 1, this.#letters[i]].filter(key => key !== null).map(kbd), ` ${word}`);
    });
    const box = dialog.querySelector("input");
    box.checked = this.#on;
    box.addEventListener("change", () => device.keep(Keys.#KEY, box.checked ? "on" : "off"));
    button.hidden = false;
    button.addEventListener("click", () => dialog.showModal());
  }

  get #on() {
    return device.recall(Keys.#KEY) !== "off";
  }

  #pressed(event) {
    if (!this.#on || event.ctrlKey || event.metaKey || event.altKey || document.querySelector("dialog[open]")) return;
    const key = event.key.toLowerCase();
    if (event.repeat && /^([1-9]|enter|backspace)$/.test(key)) return event.preventDefault(); // Held down, it means once.
    if (/^[1-9]$/.test(key)) {
      this.#choose(this.#row(), key);
    } else if (this.#letters.includes(key)) {
      this.#choose(this.#expression(), String(this.#letters.indexOf(key) + 1));
    } else if (key === "backspace") {
      this.#back();
    } else if (key === "enter" && !this.#form.contains(event.target)) {
      this.#form.requestSubmit();
    } else if (key === "?") {
      document.querySelector(".keys")?.showModal();
    } else {
      return;
    }
    event.preventDefault();
  }

  #went(place) {
    this.#last = this.#rows.find(row => row.contains(place));
  }

  /** The row in which somebody is; if they are in none, the first without an answer, or the last. */
  #row() {
    return this.#last
      ?? this.#rows.find(row => !row.querySelector(":checked"))
      ?? this.#rows.at(-1);
  }

  #expression() {
    return this.#rows.find(row => row.dataset.scale === "expression");
  }

  /** A digit is a step's own number, whichever way the scale runs, or counts the expressions from the left. */
  #choose(row, digit) {
    const radio = row === this.#expression()
      ? row.querySelectorAll("input")[digit - 1]
      : row.querySelector(`input[value="${digit}"]`);
    if (!radio || row.disabled) return;
    radio.checked = true;
    radio.dispatchEvent(new Event("change", { bubbles: true }));
    const next = this.#rows[this.#rows.indexOf(row) + 1];
    const target = next && !next.disabled ? next.querySelector(":checked") ?? next.querySelector("input") : this.#form.querySelector(".next");
    target.focus({ preventScroll: true });
  }
}

/** Scripts whose letters are keys; what others write comes out of several keys, by way of an input method. */
const ON_KEYS = /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Arabic}\p{Script=Hebrew}]/u;

/** For each word its first letter that no earlier word has taken, without accents; null if there is none. */
export function lettersOf(words) {
  const taken = [];
  for (const word of words) {
    const letters = [...word.toLowerCase().normalize("NFD")].filter(letter => ON_KEYS.test(letter) && !/\p{M}/u.test(letter));
    taken.push(letters.find(letter => !taken.includes(letter)) ?? null);
  }
  return taken;
}

function kbd(text) {
  const key = document.createElement("kbd");
  key.textContent = text;
  return key;
}
