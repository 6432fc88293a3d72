/** Tells how many participants it takes to rate the images that are shared out. The server counts for itself. */
class Portions {
  #fields;
  #hint;
  #manifest;

  constructor(fields) {
    this.#fields = fields;
    this.#hint = fields.querySelector("[role=status]");
    this.#manifest = fields.form.elements.manifest;
    fields.form.addEventListener("input", () => this.#tell());
    this.#manifest?.addEventListener("change", () => this.#tell());
    this.#tell();
  }

  async #tell() {
    const ratings = this.#number("ratingsPerImage");
    const portion = this.#number("imagesPerPerson");
    const images = ratings && portion ? await this.#images() : 0;
    if (!images) {
      this.#hint.textContent = "";
    } else if (portion > images) {
      this.#hint.textContent = `The set has ${images} images: a participant can rate no more.`;
    } else {
      const people = Math.ceil(images * ratings / portion);
      this.#hint.textContent = `${images} images × ${ratings} ratings / ${portion}: it takes ${people} `
        + `${people === 1 ? "participant" : "participants"}.`;
    }
  }

  #number(name) {
    const text = this.#fields.form.elements[name].value.trim();
    return /^[1-9]\d{0,8}$/.test(text) ? Number(text) : 0;
  }

  /** Of a manifest, the lines that have something in them, but for the header. */
  async #images() {
    if (this.#fields.dataset.items) {
      return Number(this.#fields.dataset.items);
    }
    const file = this.#manifest?.files[0];
    return file ? (await file.text()).split(/\r?\n/).filter(line => line.trim()).length - 1 : 0;
  }
}

document.querySelectorAll("fieldset.portions").forEach(fields => new Portions(fields));
