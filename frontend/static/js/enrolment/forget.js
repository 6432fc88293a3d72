/** Who has withdrawn leaves nothing on the device either. */
import { Outbox } from "/js/annotation/outbox.js";

await Outbox.forget(document.querySelector("main").dataset.ref);
