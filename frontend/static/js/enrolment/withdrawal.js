/** Who lets the researchers keep the answers lets them keep those, too, that still wait on this device. */
import { deliverTo } from "/js/annotation/delivery.js";
import { tellEnded } from "/js/annotation/ended.js";
import { Outbox } from "/js/annotation/outbox.js";

const form = document.querySelector("form.leave");
const button = form.querySelector("[type=submit]");
const without = form.querySelector(".without");
const status = form.querySelector("[role=status]");
const text = form.dataset;
// Not awaited here: the form must not go out without what follows.
const opening = Outbox.open(text, deliverTo(`/p/${text.ref}/api`), () => tellEnded(text.ended));

form.addEventListener("submit", async event => {
  if (form.elements.answers.value !== "KEEP") return;
  event.preventDefault();
  button.disabled = true;
  const outbox = await opening;
  outbox.onchange = (waiting, failing) => {
    status.textContent = failing ? text.unsent.replace("{0}", waiting) : text.sending;
    without.hidden = !failing;
  };
  // Refused: the server takes no more of them, and the next page tells what is so.
  await outbox.flush().catch(() => {});
  form.submit();
});
without.addEventListener("click", () => form.submit());
form.dispatchEvent(new Event("taken", { bubbles: true }));
addEventListener("pageshow", event => { if (event.persisted) location.reload(); });
