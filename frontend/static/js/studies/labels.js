/** Fills in the words of a language as soon as it is chosen, so that they can be changed. Without this the server does it. */
for (const choice of document.querySelectorAll("select[data-fills]")) {
  choice.addEventListener("change", () => {
    const words = choice.selectedOptions[0].dataset.words?.split("|");
    if (!words) return;
    const column = choice.dataset.fills;
    choice.form.querySelectorAll(`input[name=${column}]`).forEach((field, i) => { field.value = words[i] ?? ""; });
    choice.form.elements[`${column}Language`].value = choice.value === "none" ? "" : choice.value;
    choice.value = "";
  });
}
