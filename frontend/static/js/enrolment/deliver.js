/**
 * While the study is paused, when it has ended, and for who has no place at present: the answers that still wait on this
 * device are sent all the same, and those that the server has lost because its database was put back.
 */
import { serverAt } from "../annotation/delivery.js";
import { tellEnded } from "../annotation/ended.js";
import { Outbox } from "../annotation/outbox.js";
import { pagesOf } from "../web/site.js";

const page = document.querySelector("main").dataset;
const outbox = await Outbox.open(page, serverAt(`${pagesOf(page.ref)}/api`), () => tellEnded(page.ended));
await outbox.compare(page);
// Refused: the server takes no more of them, and the next page tells what is so.
await outbox.flush().catch(() => {});
