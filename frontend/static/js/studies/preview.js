/**
 * Shows beside a study's form how a trial looks on a phone with what is typed, before anything is stored. Without this the previews of
 * the study stay, which show it as it is stored.
 */
const PAUSE = 400;
const frame = document.querySelector("iframe.phone");
const note = frame.parentElement.querySelector("[role=status]");
const form = document.getElementById(frame.dataset.of);
let typing;
let asking;

async function show() {
  asking?.abort();
  asking = new AbortController();
  const typed = new FormData(form);
  if (!typed.get("name").trim()) typed.set("name", "…");
  if (frame.dataset.from) typed.set("from", frame.dataset.from);
  try {
    const reply = await fetch(frame.dataset.src, { method: "POST", body: new URLSearchParams(typed), signal: asking.signal });
    if (reply.redirected || !reply.ok) throw reply.status;
    frame.srcdoc = await reply.text();
    frame.hidden = false;
    note.textContent = "";
  } catch (reason) {
    if (reason.name === "AbortError") return;
    if (reason === 401 || reason === 403) {
      stop();
      note.textContent = "Your session has ended. Send the form: you can sign in then, and what you typed stays.";
    } else {
      note.textContent = reason === 422
        ? "Something in the form can't be understood yet. The preview is of what was there before."
        : "The preview can't be made at present. It tries again when you change something.";
    }
  }
}

/** Later, when nobody types for a moment. */
function showSoon() {
  clearTimeout(typing);
  typing = setTimeout(show, PAUSE);
}

/** What was typed is on its way, or nobody is signed in any more: no answer to a preview may come between. */
function stop() {
  clearTimeout(typing);
  asking?.abort();
  form.removeEventListener("input", showSoon);
  form.removeEventListener("change", showSoon);
}

form.addEventListener("input", showSoon);
form.addEventListener("change", showSoon);
form.addEventListener("submit", stop);
show();
