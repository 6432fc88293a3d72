const EVERY = 2000;

/** Says how far the server is with a large file, and fetches it once it is there. Without it the page reloads itself. */
class Waiting {
  #words = document.querySelector("#words");
  #bar = document.querySelector("#bar");
  #ready = document.querySelector("#ready");
  #file = document.querySelector("#file");

  async follow() {
    try {
      const reply = await fetch(this.#file.dataset.state, { headers: { Accept: "application/json" } });
      if (reply.redirected || reply.status === 404) return this.#end("This download is not known here any more. Go back and start it again.");
      if (reply.ok) {
        const { ready, words } = await reply.json();
        this.#tell(words);
        if (ready) return this.#fetch();
      }
    } catch {
      this.#tell("The server can't be reached. Trying again …");
    }
    setTimeout(() => this.follow(), EVERY);
  }

  #tell(words) {
    if (this.#words.textContent !== words) this.#words.textContent = words;
  }

  #fetch() {
    this.#bar?.remove();
    this.#ready.hidden = false;
    location.href = this.#file.href;
  }

  #end(words) {
    this.#bar?.remove();
    this.#tell(words);
  }
}

new Waiting().follow();
