/**
 * The work is done. What another page on this device had given, and could not send before it was closed, goes out first. What
 * the server has lost since, because its database was put back, goes out again. The answers stay on the device for two weeks
 * more, in case that happens later.
 */
import { serverAt } from "../annotation/delivery.js";
import { tellEnded } from "../annotation/ended.js";
import { Outbox } from "../annotation/outbox.js";
import { pagesOf } from "../web/site.js";

const page = document.querySelector("main").dataset;
const outbox = await Outbox.open(page, serverAt(`${pagesOf(page.ref)}/api`), () => tellEnded(page.ended));
await outbox.compare(page);
await outbox.flush();
await outbox.finished();
