/** Who has withdrawn leaves nothing on the device either. */
import { Outbox } from "../annotation/outbox.js";

await Outbox.forget(document.querySelector("main").dataset.ref);
