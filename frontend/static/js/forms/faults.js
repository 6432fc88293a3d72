const MARKS = ["id", "aria-invalid", "aria-describedby"];

/** Shows in a form that keeps what was typed and chosen the faults that the server has found in it: answer is its copy of the form. */
export function takeFaults(form, answer) {
  form.querySelectorAll("small.fault").forEach(fault => fault.remove());
  [...form.elements].forEach((field, i) => {
    const marked = answer.elements[i];
    if (marked?.name === field.name) MARKS.forEach(mark => copy(mark, marked, field));
  });
  for (const fault of [...answer.querySelectorAll("small.fault")]) {
    const field = form.querySelector(`[aria-describedby~="${CSS.escape(fault.id)}"]`);
    if (fault.previousElementSibling?.matches("legend")) field?.closest("fieldset").querySelector("legend").after(fault);
    else field?.before(fault);
  }
}

function copy(attribute, from, to) {
  if (from.hasAttribute(attribute)) to.setAttribute(attribute, from.getAttribute(attribute));
  else to.removeAttribute(attribute);
}
