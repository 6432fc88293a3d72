/**
 * Shows the consent text as participants will see it while it is typed: the form asks the server for the preview that its
 * button asks for, a moment after the last key, and the page takes over what comes back. Without this the button does it.
 */
const QUIET = 400;

const form = document.querySelector("form.asks");
const button = form.querySelector("[name=preview]");
const status = form.querySelector("[role=status]");
let waiting = 0;
let asking = null;

button.hidden = true;
form.elements.text.addEventListener("input", () => {
  clearTimeout(waiting);
  waiting = setTimeout(show, QUIET);
});
form.addEventListener("submit", () => { // What was typed is on its way: nobody looks at a preview any more.
  clearTimeout(waiting);
  asking?.abort();
});
show();

async function show() {
  asking?.abort(); // What was typed before is of no interest any more.
  asking = new AbortController();
  const body = new URLSearchParams(new FormData(form));
  body.set("preview", "true");
  try {
    const response = await fetch(form.action, { method: "POST", body, signal: asking.signal });
    const page = new DOMParser().parseFromString(await response.text(), "text/html");
    const preview = page.querySelector(".consent-preview");
    if (!response.ok || !preview) throw new Error(`status ${response.status}`);
    document.querySelector(".consent-preview").replaceWith(document.adoptNode(preview));
    status.textContent = "";
  } catch (e) {
    if (e.name === "AbortError") return;
    button.hidden = false; // Signed out, say: the whole page tells what is so.
    status.textContent = "The preview can't be had at present.";
  }
}
