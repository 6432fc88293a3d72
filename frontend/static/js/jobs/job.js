const EVERY = 1000;

/** Says how far a job is, and shows what came of it once it has ended. Without it the page reloads itself. */
class JobPage {
  #page = document.querySelector("#job");
  #words = document.querySelector("#words");
  #bar = document.querySelector("#bar");

  async follow() {
    try {
      const reply = await fetch(this.#page.dataset.from, { headers: { Accept: "application/json" } });
      if (reply.redirected || reply.status === 404) return location.reload();
      if (reply.ok) {
        const job = await reply.json();
        if (["DONE", "FAILED", "CANCELLED"].includes(job.state)) return this.#end(job);
        this.#tell(job.words);
        if (job.share == null) this.#bar.removeAttribute("value");
        else this.#bar.value = job.share;
      }
    } catch {
      this.#tell("The server can't be reached. Trying again …");
    }
    setTimeout(() => this.follow(), EVERY);
  }

  #tell(words) {
    if (this.#words.textContent !== words) this.#words.textContent = words;
  }

  #end({ state, file, page }) {
    if (state === "DONE" && !file && page) return location.replace(page);
    if (file) location.href = file;
    setTimeout(() => location.reload(), file ? EVERY : 0);
  }
}

new JobPage().follow();
