/**
 * The work is done. What another page on this device had given, and could not send before it was closed, goes out first;
 * then nothing has to stay here.
 */
import { deliverTo } from "/js/annotation/delivery.js";
import { Outbox } from "/js/annotation/outbox.js";

const ref = document.querySelector("main").dataset.ref;
const outbox = await Outbox.open(ref, deliverTo(`/p/${ref}/api`));
await outbox.flush();
await Outbox.forget(ref);
