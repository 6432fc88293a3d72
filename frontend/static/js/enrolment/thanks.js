/**
 * The work is done. What another page on this device had given, and could not send before it was closed, goes out first;
 * then nothing has to stay here.
 */
import { deliverTo } from "/js/annotation/delivery.js";
import { tellEnded } from "/js/annotation/ended.js";
import { Outbox } from "/js/annotation/outbox.js";

const page = document.querySelector("main").dataset;
const outbox = await Outbox.open(page, deliverTo(`/p/${page.ref}/api`), () => tellEnded(page.ended));
await outbox.flush();
await Outbox.forget(page.ref);
