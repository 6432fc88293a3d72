import { site } from "./site.js";

/**
 * Brings parts of a page that take time to work out, each from the page that it has of its own, when it comes near the window.
 * Meanwhile it says so; while the server is busy it asks again, and if it fails, it says that, too, and can be asked again. Without this script the links to those pages stay.
 */
class Part {
  #element;
  #was;

  constructor(element) {
    this.#element = element;
    this.#was = [...element.childNodes];
    const near = new IntersectionObserver(([entry]) => {
      if (entry.isIntersecting) {
        near.disconnect();
        this.#bring();
      }
    }, { rootMargin: "600px" });
    // Of a table that is wider than the window, the row: the part itself may be out of sight to the right.
    near.observe(element.closest("tr") ?? element);
    element.addEventListener("click", (event) => this.#follow(event));
  }

  /** A link to the same part in another order stays on this page. */
  #follow(event) {
    const link = event.target.closest("[data-part-link]");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    this.#element.dataset.src = link.href;
    this.#bring();
  }

  async #bring() {
    this.#say("Working it out…", "true");
    try {
      const reply = await fetch(this.#element.dataset.src, { headers: { Accept: "text/html" } });
      if (reply.redirected && new URL(reply.url).pathname === `${site}/sign-in`) {
        location.reload();
        return;
      }
      if (reply.status === 503) {
        this.#say("The server is busy; this part asks again by itself…", "true");
        setTimeout(() => this.#bring(), 1000 * (Number(reply.headers.get("Retry-After")) || 5));
        return;
      }
      const page = new DOMParser().parseFromString(await reply.text(), "text/html");
      const content = page.querySelector("[data-part-content]");
      if (!reply.ok || !content) throw new Error(String(reply.status));
      this.#element.replaceChildren(...content.childNodes);
      this.#element.removeAttribute("aria-busy");
      this.#element.dispatchEvent(new CustomEvent("part", { bubbles: true }));
    } catch {
      this.#say("This part did not come. ", "false");
      const again = document.createElement("button");
      again.type = "button";
      again.className = "link";
      again.textContent = "Try again";
      again.addEventListener("click", () => this.#bring());
      this.#element.lastChild.append(again);
    }
  }

  #say(words, busy) {
    const line = document.createElement("p");
    line.setAttribute("role", "status");
    line.textContent = words;
    this.#element.setAttribute("aria-busy", busy);
    this.#element.replaceChildren(...this.#was.filter((node) => node.nodeName === "H2"), line);
  }
}

for (const element of document.querySelectorAll("[data-part]")) new Part(element);
