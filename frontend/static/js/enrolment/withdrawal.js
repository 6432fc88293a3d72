/** Who lets the researchers keep the answers lets them keep those, too, that still wait on this device. */
import { serverAt } from "../annotation/delivery.js";
import { tellEnded } from "../annotation/ended.js";
import { Outbox } from "../annotation/outbox.js";
import { pagesOf } from "../web/site.js";

const form = document.querySelector("form.leave");
const without = form.querySelector(".without");
const status = form.querySelector("[role=status]");
const text = form.dataset;
const opening = Outbox.open(text, serverAt(`${pagesOf(text.ref)}/api`), () => tellEnded(text.ended));

/** Called by held.js instead of the form's own way. */
export async function send() {
  const outbox = await opening;
  outbox.onchange = (waiting, failing) => {
    status.textContent = failing ? text.unsent.replace("{0}", waiting) : text.busy;
    without.hidden = !failing;
  };
  // Refused: the server takes no more of them, and the next page tells what is so.
  await outbox.flush().catch(() => {});
  form.submit();
}

addEventListener("pageshow", event => { if (event.persisted) location.reload(); });
