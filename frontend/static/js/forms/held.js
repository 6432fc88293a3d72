/**
 * Lets a form marked `data-held` be sent by its module, whose address is the mark: what waits on this device goes out first. On
 * a slow line a person is quicker than a module, so this stands before the form, as a plain script. What is marked `data-free`,
 * chosen or pressed, has nothing to wait for.
 */
{
  let failed = false;

  addEventListener("submit", async event => {
    const form = event.target;
    if (!form.dataset.held || event.submitter?.matches("[data-free]") || form.querySelector("[data-free]:checked")) return;
    event.preventDefault();
    if (failed) return location.reload(); // Not asked for anew here: some browsers remember that it did not come.
    const button = form.querySelector("[type=submit]");
    const status = form.querySelector("[role=status]");
    button.disabled = true;
    status.textContent = form.dataset.busy;
    try {
      const { send } = await import(form.dataset.held);
      send();
    } catch (e) {
      if (e instanceof SyntaxError) return form.submit(); // A browser that is too old for our modules keeps no answers.
      failed = true;
      button.disabled = false;
      status.textContent = form.dataset.failed;
      for (const free of form.querySelectorAll("[data-free]")) free.hidden = false;
    }
  });
}
