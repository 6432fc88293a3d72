import { Glance } from "./glance.js";

/**
 * Puts each picture into the page itself, so that what is in it can be pointed at, and makes its PNG here, with the
 * letters of the reader's own fonts. A picture that does not come says so and can be asked again. Without this script it is an image, and
 * the server makes the PNG.
 */
const DOTS = 3; // a pixel of the picture in each direction: 300 to the inch at the usual size

class Picture {
  #figure;
  #paper;
  #image;
  #png;

  constructor(figure) {
    this.#figure = figure;
    this.#paper = figure.querySelector(".paper");
    this.#image = this.#paper.querySelector("img");
    this.#png = figure.querySelector("[data-png]");
    this.#png.addEventListener("click", (event) => this.#savePng(event));
    const near = new IntersectionObserver(([entry]) => {
      if (entry.isIntersecting) {
        near.disconnect();
        this.#bring();
      }
    }, { rootMargin: "600px" });
    near.observe(figure);
  }

  async #bring() {
    this.#paper.setAttribute("aria-busy", "true");
    try {
      const reply = await fetch(this.#figure.dataset.src, { headers: { Accept: "image/svg+xml" } });
      if (!reply.ok || !reply.headers.get("Content-Type").startsWith("image/svg")) throw new Error(String(reply.status));
      const svg = new DOMParser().parseFromString(await reply.text(), "image/svg+xml").documentElement;
      this.#paper.replaceChildren(document.importNode(svg, true));
      if (svg.querySelector("[data-image]")) new Glance(this.#paper);
    } catch {
      const line = status("This picture did not come. ");
      const again = document.createElement("button");
      again.type = "button";
      again.className = "link";
      again.textContent = "Try again";
      again.addEventListener("click", () => this.#bring());
      line.append(again);
      this.#paper.replaceChildren(line);
    } finally {
      this.#paper.removeAttribute("aria-busy");
    }
  }

  async #savePng(event) {
    event.preventDefault();
    this.#figure.querySelector("figcaption [role=status]")?.remove();
    const picture = new Image();
    picture.src = this.#figure.dataset.src;
    try {
      await picture.decode();
    } catch {
      this.#png.closest("figcaption").append(status("The PNG could not be made: the picture did not come."));
      return;
    }
    const canvas = document.createElement("canvas");
    canvas.width = picture.naturalWidth * DOTS;
    canvas.height = picture.naturalHeight * DOTS;
    canvas.getContext("2d").drawImage(picture, 0, 0, canvas.width, canvas.height);
    canvas.toBlob((bytes) => {
      const link = document.createElement("a");
      link.href = URL.createObjectURL(bytes);
      link.download = this.#png.dataset.png;
      link.click();
      setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
    }, "image/png");
  }
}

function status(words) {
  const line = document.createElement("p");
  line.setAttribute("role", "status");
  line.textContent = words;
  return line;
}

for (const figure of document.querySelectorAll("[data-figure]")) new Picture(figure);
