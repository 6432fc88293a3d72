/** A practice trial: the keys and the pace of the real ones. The form goes to the server as it is, and is not recorded. */
import { Completeness } from "./completeness.js";
import { Keys } from "./keys.js";
import { Pace } from "./pace.js";
import { Surroundings } from "./surroundings.js";

const form = document.querySelector("form.trial");
const next = form.querySelector(".next");
const completeness = new Completeness(form);

new Surroundings(form.querySelector(".dim"));
new Keys(form, () => history.back());
form.addEventListener("submit", event => { if (!completeness.check()) event.preventDefault(); });

next.disabled = true;
await form.querySelector(".face").decode().catch(() => {});
await new Pace(form).begin();
next.disabled = false;
form.dataset.ready = "true";
