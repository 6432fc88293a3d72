/**
 * The end of the work: all that waits on this device is sent, both sides are compared answer by answer, and only when the
 * server has everything is it asked for the completion code.
 */
import { deliverTo } from "./delivery.js";
import { Faces } from "./faces.js";
import { Outbox } from "./outbox.js";

const form = document.querySelector("form.finish");
const button = form.querySelector("button");
const status = form.querySelector("[role=status]");
const text = form.dataset;
const home = `/p/${text.ref}`;
const outbox = await Outbox.open(text.ref, deliverTo(`${home}/api`));
const faces = new Faces(`${home}/api`, 0);

outbox.onchange = (waiting, failing) => {
  status.textContent = failing ? text.unsent.replace("{0}", waiting) : text.checking;
};
outbox.onrefused = refused => {
  if (refused.forGood) location.replace(home);
  else status.textContent = text.refused;
};

form.addEventListener("submit", async event => {
  event.preventDefault();
  button.disabled = true;
  status.textContent = text.checking;
  let there;
  do {
    await outbox.flush(); // Where it is refused, nothing goes on from here.
    there = await faces.answers();
  } while ((await outbox.reclaim(there)) > 0);
  const answered = new Set(there.map(answer => answer.position)).size;
  if (answered !== Number(text.total)) return location.replace(`${home}/trials`);
  form.elements.answered.value = answered;
  form.submit();
});
addEventListener("pageshow", event => { if (event.persisted) location.reload(); });
