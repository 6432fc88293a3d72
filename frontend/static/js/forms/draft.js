const KEY = "c25-draft";
/** The page's own address: where an answer to a form shows the form again, that at which it was opened. */
let page = location.pathname + location.search;

const SKIPPED = ["password", "file", "hidden", "submit", "button", "reset", "image"];

/**
 * What was typed into the form that this tab sent last, until an answer comes. It lies in the tab's own storage, for the account
 * that typed it, and never holds passwords, files or what the page hides.
 */
export class Draft {
  static keep(form, account) {
    write({ account, page, action: form.getAttribute("action"), fields: fieldsOf(form) });
  }

  /** The session had ended when the form came: it waits until the same person has signed in. */
  static interrupt() {
    const draft = read();
    if (draft) write({ ...draft, interrupted: true });
    return Boolean(draft);
  }

  /** Fills the form again, or leads to its page; without an interruption the form has been answered, and the draft goes. */
  static settle(account) {
    const draft = read();
    if (draft?.account !== account) {
      forget();
    } else if (!draft.interrupted) {
      if (formOf(draft)) page = draft.page;
      forget();
    } else if (page === draft.page) {
      forget();
      return fill(draft);
    } else if (draft.led) {
      forget(); // The page is no more.
    } else {
      write({ ...draft, led: true });
      location.replace(draft.page);
    }
    return null;
  }
}

function formOf({ action }) {
  return [...document.forms].find(form => form.getAttribute("action") === action);
}

function fieldsOf(form) {
  return controls(form).map(({ name, type, value, checked, selectedOptions }) => ({
    name, type, value, checked, selected: selectedOptions && [...selectedOptions].map(option => option.value),
  }));
}

function controls(form) {
  return [...form.elements].filter(control =>
    control.name && control.matches("input, textarea, select") && !SKIPPED.includes(control.type) && !control.closest("[hidden]"));
}

function fill(draft) {
  const form = formOf(draft);
  if (!form) return null;
  const left = [...draft.fields];
  for (const control of controls(form)) {
    const checks = control.type === "checkbox" || control.type === "radio";
    const index = left.findIndex(kept => kept.name === control.name && kept.type === control.type && (!checks || kept.value === control.value));
    if (index < 0) continue;
    const [kept] = left.splice(index, 1);
    if (checks) control.checked = kept.checked;
    else if (kept.selected) for (const option of control.options) option.selected = kept.selected.includes(option.value);
    else control.value = kept.value;
    control.dispatchEvent(new Event("input", { bubbles: true }));
    control.dispatchEvent(new Event("change", { bubbles: true }));
  }
  return form;
}

function read() {
  try {
    return JSON.parse(sessionStorage.getItem(KEY));
  } catch {
    return null;
  }
}

function write(draft) {
  try {
    sessionStorage.setItem(KEY, JSON.stringify(draft));
  } catch {
    // The browser stores nothing: then the server's page carries the text on.
  }
}

function forget() {
  try {
    sessionStorage.removeItem(KEY);
  } catch {
    // Nothing was kept.
  }
}
