/** Who has finished, with the answers counted on both sides, or who has withdrawn leaves nothing on the device. */
import { Outbox } from "/js/annotation/outbox.js";

await Outbox.forget(document.querySelector("main").dataset.ref);
