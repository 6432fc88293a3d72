import { Draft } from "./draft.js";
import { newId } from "../annotation/uuid.js";

/** A form is sent once, and what was typed into it outlives a session that ended meanwhile. Without this the server sees to both. */
const STOPPED = 10_000;
const account = document.querySelector("header.site a[href$='/account']")?.textContent;

addEventListener("submit", event => {
  const form = event.target;
  if (form.dataset.sent) {
    event.preventDefault();
    event.stopImmediatePropagation();
  } else if (account && form.method === "post") {
    Draft.keep(form, account);
  }
}, { capture: true });

addEventListener("submit", event => {
  const form = event.target;
  if (event.defaultPrevented || form.method !== "post" || form.hasAttribute("data-repeatable")) return;
  form.dataset.sent = "true";
  // Later: a button that is disabled now would not be sent along.
  setTimeout(() => buttons(form).forEach(button => button.disabled = true));
  setTimeout(() => allow(form), STOPPED); // Whoever has stopped the browser can send it again.
});

/** A field that the browser refuses is shown, also in a section that is folded. */
addEventListener("invalid", event => event.target.closest("details:not([open])")?.setAttribute("open", ""), { capture: true });

/** Whoever comes back to the page may mean it once more. */
addEventListener("pageshow", event => {
  if (!event.persisted) return;
  for (const form of document.querySelectorAll("form[method=post]")) {
    allow(form);
    const again = document.createElement("input");
    Object.assign(again, { type: "hidden", name: "_again", value: newId() });
    form.append(again);
  }
});

function allow(form) {
  delete form.dataset.sent;
  buttons(form).forEach(button => button.disabled = false);
}

function buttons(form) {
  return [...form.elements].filter(control => control.type === "submit");
}

function tell(form) {
  const note = document.createElement("p");
  note.className = "flash note";
  note.setAttribute("role", "status");
  note.textContent = "What you typed before is back in the form. It is not stored yet."
    + (form.querySelector("[type=file]") ? " Choose the files again." : "")
    + (form.querySelector("[type=password]") ? " Type the passwords again." : "");
  form.before(note);
  note.scrollIntoView({ block: "center" });
}

if (account) {
  const filled = Draft.settle(account);
  if (filled) tell(filled);
} else if (Draft.interrupt()) {
  document.querySelector(".carried")?.remove();
  document.querySelectorAll(".kept, .not-kept").forEach(words => words.remove());
  const words = document.querySelector(".kept-by-script");
  if (words) words.hidden = false;
}
