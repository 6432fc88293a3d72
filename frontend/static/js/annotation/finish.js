/**
 * The end of the work: all that waits on this device is sent, both sides are compared answer by answer, and only when the
 * server has everything is it asked for the completion code.
 */
import { serverAt } from "./delivery.js";
import { tellEnded } from "./ended.js";
import { Faces } from "./faces.js";
import { Outbox } from "./outbox.js";
import { pagesOf } from "../web/site.js";

const PATIENCE = 5000;

const form = document.querySelector("form.finish");
const status = form.querySelector("[role=status]");
const text = form.dataset;
const home = pagesOf(text.ref);
const faces = new Faces(`${home}/api`, 0, text.participation);
const opening = Outbox.open(text, serverAt(`${home}/api`), own => (own ? location.replace(home) : tellEnded(text.ended)));

/** Called by held.js instead of the form's own way. */
export async function send() {
  const outbox = await opening;
  outbox.onchange = (waiting, failing) => say(failing ? text.unsent.replace("{0}", waiting) : text.busy);
  outbox.onlimited = () => say(text.toooften);
  outbox.onunknown = kept => say(text.unknown.replace("{0}", kept));
  outbox.onrefused = refused => {
    if (refused.forGood) location.replace(home);
    else say(text.refused);
  };
  if (text.limited === "true") return finish(await answeredThere(outbox));
  let there;
  do {
    await outbox.flush(); // Where it is refused, nothing goes on from here.
    const slow = setTimeout(() => say(text.away), PATIENCE);
    there = await faces.answers();
    clearTimeout(slow);
  } while ((await outbox.reclaim(there).catch(() => 0)) > 0);
  finish(new Set(there.map(answer => answer.position)).size);
}

/** On a device that may not read the answers, the server's own count is all there is. */
async function answeredThere(outbox) {
  await outbox.flush();
  return (await faces.standing()).answered;
}

function finish(answered) {
  if (answered !== Number(text.total)) return location.replace(`${home}/trials`);
  form.elements.answered.value = answered;
  form.submit();
}

// Who had finished before the server was put back need not find out that the code has to be asked for again.
opening.then(outbox => outbox.wasFinished()).then(was => was && form.requestSubmit()).catch(() => {});

addEventListener("pageshow", event => { if (event.persisted) location.reload(); });

function say(words) {
  status.textContent = words;
}
