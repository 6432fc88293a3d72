/** Copies a link, all of them, or a code: a button names what it copies, and says that it has, in the words that it brings. */
for (const button of document.querySelectorAll("[data-copy]")) {
  const source = document.getElementById(button.dataset.copy);
  const words = button.textContent;
  button.hidden = false;
  button.addEventListener("click", async () => {
    const copied = await copy(source);
    button.textContent = copied ? (button.dataset.copied ?? "Copied") : (button.dataset.marked ?? "Marked: copy it by hand");
    setTimeout(() => { button.textContent = words; }, 2000);
  });
}

/** Without HTTPS there is no clipboard to write to: then the text is marked. */
async function copy(source) {
  try {
    await navigator.clipboard.writeText(source.value ?? source.textContent);
    return true;
  } catch {
    source.closest("details")?.setAttribute("open", "");
    getSelection().selectAllChildren(source);
    source.select?.();
    return document.execCommand("copy");
  }
}
