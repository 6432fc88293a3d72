/** What an answer still lacks: those rows are marked, a message says so, and the first of them has the focus. */
export class Completeness {
  #rows;
  #message;

  /** @param form the annotation form */
  constructor(form) {
    this.#rows = [...form.querySelectorAll("fieldset[data-scale]")];
    this.#message = form.querySelector(".message");
    form.addEventListener("change", event => {
      event.target.closest("fieldset").classList.remove("lacking");
      if (this.#lacking().length === 0) this.#message.textContent = "";
    });
  }

  /** @returns whether every row has an answer; if not, the page says what is missing */
  check() {
    const lacking = this.#lacking();
    for (const row of this.#rows) row.classList.toggle("lacking", lacking.includes(row));
    if (lacking.length === 0) return true;
    this.#message.textContent = this.#message.dataset.incomplete;
    lacking[0].querySelector("input").focus();
    return false;
  }

  #lacking() {
    return this.#rows.filter(row => !row.querySelector(":checked"));
  }
}
