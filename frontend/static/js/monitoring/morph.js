/**
 * Makes an element like another one in place: what is alike stays the same node, so that focus, selection, scrolling and
 * what somebody has unfolded stay, too. Elements with an id, and forms by their address, are alike only if that is the
 * same: a button that does something else is another button. What is marked data-kept is left as it is.
 */
export function morph(old, next) {
  takeOver(old, next);
  let at = old.firstChild;
  for (const child of [...next.childNodes]) {
    const same = find(at, child);
    if (!same) {
      old.insertBefore(document.importNode(child, true), at);
      continue;
    }
    at = removeUpTo(at, same).nextSibling;
    if (same.nodeType !== Node.ELEMENT_NODE) {
      if (same.data !== child.data) same.data = child.data;
    } else if (!("kept" in same.dataset)) {
      morph(same, child);
    }
  }
  removeUpTo(at, null);
}

function takeOver(old, next) {
  for (const { name, value } of [...next.attributes]) {
    if (old.getAttribute(name) !== value) old.setAttribute(name, value);
  }
  for (const { name } of [...old.attributes]) {
    const unfolded = name === "open" && old.localName === "details";
    if (!next.hasAttribute(name) && !unfolded) old.removeAttribute(name);
  }
}

/** The first node alike from here on. Nothing with a key of its own is passed over for a node without one. */
function find(from, child) {
  const wanted = key(child);
  for (let node = from; node; node = node.nextSibling) {
    if (node.nodeName === child.nodeName && key(node) === wanted) return node;
    if (wanted === null && key(node) !== null) return null;
  }
  return null;
}

function key(node) {
  if (node.nodeType !== Node.ELEMENT_NODE) return null;
  return node.id || (node.localName === "form" ? node.getAttribute("action") : null);
}

function removeUpTo(from, end) {
  while (from !== end) {
    const after = from.nextSibling;
    from.remove();
    from = after;
  }
  return end;
}
