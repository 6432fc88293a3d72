/**
 * While the study is paused, when it has ended, and for who has no place at present: the answers that still wait on this
 * device are sent all the same, and those that the server has lost because its database was put back.
 */
import { serverAt } from "/js/annotation/delivery.js";
import { tellEnded } from "/js/annotation/ended.js";
import { Outbox } from "/js/annotation/outbox.js";

const page = document.querySelector("main").dataset;
const outbox = await Outbox.open(page, serverAt(`/p/${page.ref}/api`), () => tellEnded(page.ended));
await outbox.compare(page);
// Refused: the server takes no more of them, and the next page tells what is so.
await outbox.flush().catch(() => {});
