/** Until when a place is kept, in the time of this device. */
const note = document.querySelector("[data-until]");
const time = new Intl.DateTimeFormat(document.documentElement.lang, { dateStyle: "long", timeStyle: "short" });
note.textContent = note.dataset.text.replace("{0}", time.format(new Date(note.dataset.until)));
