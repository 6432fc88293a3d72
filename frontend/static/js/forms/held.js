/**
 * Holds each form marked `data-held` until its module says "taken": what waits on this device goes out before such a form
 * does, and on a slow line a person is quicker than a module. Stands before the form, as a plain script, so that nobody is
 * quicker than this.
 */
{
  let pressed = false;
  let failed = false;

  addEventListener("submit", event => {
    if (!("held" in event.target.dataset)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    pressed = true;
    if (failed) location.reload();
  }, { capture: true });

  addEventListener("taken", ({ target }) => {
    delete target.dataset.held;
    if (pressed) target.requestSubmit();
  });

  // The module did not come: the page is asked for once more.
  addEventListener("error", ({ target }) => {
    if (target.type !== "module") return;
    failed = true;
    if (pressed) location.reload();
  }, { capture: true });
}
