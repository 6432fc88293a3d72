/** A practice trial: the keys and the pace of the real ones. The form goes to the server as it is, and is not recorded. */
import { Keys } from "./keys.js";
import { Pace } from "./pace.js";

const form = document.querySelector("form.trial");
const next = form.querySelector(".next");
const message = form.querySelector(".message");

new Keys(form, () => history.back());
form.addEventListener("submit", event => {
  const lacking = [...form.querySelectorAll("fieldset[data-scale]")].filter(row => !row.querySelector(":checked"));
  for (const row of form.querySelectorAll("fieldset[data-scale]")) row.classList.toggle("lacking", lacking.includes(row));
  if (lacking.length === 0) return;
  event.preventDefault();
  message.textContent = message.dataset.incomplete;
  lacking[0].querySelector("input").focus();
});
form.addEventListener("change", event => event.target.closest("fieldset").classList.remove("lacking"));

next.disabled = true;
await form.querySelector(".face").decode().catch(() => {});
await new Pace(form).begin();
next.disabled = false;
form.dataset.ready = "true";
