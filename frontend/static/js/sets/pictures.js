import { MOST_BYTES, MOST_FILES, zip } from "./zip.js";

/**
 * Lets people drop a folder, pictures or a ZIP, and says what was chosen. Hands the form's upload one ZIP, whatever was
 * chosen. Without it the browser's own fields send the pictures one by one.
 */
class Pictures {
  #form = document.querySelector("form.upload");
  #drop = document.querySelector("#drop");
  #chosen = document.querySelector(".drop-chosen");
  #fields = [...document.querySelectorAll("#folder-of-pictures, #pictures")];
  #files = [];

  constructor() {
    document.querySelector(".drop-here").hidden = false;
    for (const field of this.#fields) {
      field.addEventListener("change", () => this.#take([...field.files].map(file => ({ path: file.webkitRelativePath || file.name, file })), field));
    }
    this.#drop.addEventListener("dragover", event => {
      event.preventDefault();
      this.#drop.classList.add("over");
    });
    this.#drop.addEventListener("dragleave", () => this.#drop.classList.remove("over"));
    this.#drop.addEventListener("drop", event => this.#dropped(event));
    this.#form.pack = (data, tell) => this.#pack(data, tell);
  }

  async #dropped(event) {
    event.preventDefault();
    this.#drop.classList.remove("over");
    const entries = [...event.dataTransfer.items].map(item => item.webkitGetAsEntry?.()).filter(Boolean);
    const plain = [...event.dataTransfer.files].map(file => ({ path: file.name, file }));
    this.#chosen.textContent = "Looking through what you dropped …";
    try {
      this.#take(entries.length ? (await Promise.all(entries.map(entry => this.#inside(entry)))).flat() : plain);
    } catch {
      this.#chosen.textContent = "This can't be read. Choose it with a button instead.";
    }
  }

  /** All files of a dropped file or folder, by their paths. */
  async #inside(entry) {
    if (entry.isFile) {
      return [{ path: entry.fullPath.slice(1), file: await new Promise((found, failed) => entry.file(found, failed)) }];
    }
    const reader = entry.createReader();
    const all = [];
    for (;;) { // A browser hands out a hundred at a time.
      const some = await new Promise((found, failed) => reader.readEntries(found, failed));
      if (!some.length) break;
      all.push(...some);
    }
    return (await Promise.all(all.map(one => this.#inside(one)))).flat();
  }

  /** What is chosen last counts. */
  #take(files, field) {
    for (const other of this.#fields) if (other !== field) other.value = "";
    this.#files = files;
    const megabytes = Math.ceil(files.reduce((all, { file }) => all + file.size, 0) / 1e6);
    this.#chosen.textContent = !files.length ? ""
      : files.length === 1 ? `Chosen: ${files[0].path}`
        : `Chosen: ${files.length} files, ${megabytes} MB. What is no picture is passed over.`;
  }

  /** Puts what was chosen into the data to send, as the field images. */
  async #pack(data, tell) {
    data.delete("pictures");
    data.delete("images");
    const files = this.#files;
    if (!files.length) return;
    if (files.length === 1 && /\.zip$/i.test(files[0].path)) {
      data.set("images", files[0].file, files[0].file.name);
      return;
    }
    if (files.length > MOST_FILES || files.reduce((all, { file }) => all + file.size, 0) > MOST_BYTES) {
      throw new Error("This is more than one upload takes (65,535 files, 4 GB). Make several sets, or ask the admin for a folder on the server.");
    }
    const packed = await zip(files, done => tell(`Reading ${done} of ${files.length} files …`));
    data.set("images", packed, "pictures.zip");
  }
}

new Pictures();
