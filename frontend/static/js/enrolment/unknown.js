/**
 * The server knows of no participation by this link. If this device has answers by it all the same, the server's database was
 * put back to a state from before it began: the person is told before they begin anew.
 */
import { tellEnded } from "../annotation/ended.js";
import { Outbox } from "../annotation/outbox.js";

const page = document.querySelector("main").dataset;
const kept = await Outbox.keptOf(page.ref);
if (kept > 0) tellEnded(page.unknown.replace("{0}", kept));
