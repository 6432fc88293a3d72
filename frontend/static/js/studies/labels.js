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

/** Adds the words of a language below those in further languages, unless they are there. */
for (const choice of document.querySelectorAll("select[data-adds]")) {
  choice.addEventListener("change", () => {
    const text = choice.form.elements[choice.dataset.adds];
    for (const tag of choice.value.split(" ")) {
      const lines = choice.querySelector(`option[value="${tag}"]`).dataset.lines;
      if (lines && !text.value.includes(`[${tag}]`)) text.value = `${text.value.trim()}\n\n${lines}`.trim();
    }
    choice.value = "";
  });
}
