/** Who lets the researchers keep the answers lets them keep those, too, that still wait on this device. */
import { deliverTo } from "/js/annotation/delivery.js";
import { Outbox } from "/js/annotation/outbox.js";

const PATIENCE = 5000;

const form = document.querySelector("form.leave");
const home = `/p/${form.dataset.ref}`;

form.addEventListener("submit", async event => {
  if (form.elements.answers.value !== "KEEP") return;
  event.preventDefault();
  form.querySelector("button").disabled = true;
  form.querySelector("[role=status]").textContent = form.dataset.sending;
  const outbox = await Outbox.open(form.dataset.ref, deliverTo(`${home}/api`));
  await Promise.race([outbox.flush().catch(() => {}), new Promise(resolve => setTimeout(resolve, PATIENCE))]);
  form.submit();
});
addEventListener("pageshow", event => { if (event.persisted) location.reload(); });
