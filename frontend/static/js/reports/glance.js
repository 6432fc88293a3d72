/**
 * Shows the face of the image under the pointer, where the set has pictures and they may be seen; a click leads to the image's own
 * page. Marks are small: the nearest one within a finger's breadth counts.
 */
const REACH = 16;

export class Glance {
  #paper;
  #marks;
  #card = document.createElement("div");
  #face = new Image();
  #name = document.createElement("span");
  #now = null;

  constructor(paper) {
    this.#paper = paper;
    this.#marks = [...paper.querySelectorAll("[data-image]")];
    this.#card.className = "glance";
    this.#card.hidden = true;
    this.#face.alt = "";
    this.#face.addEventListener("error", () => (this.#face.hidden = true));
    this.#face.addEventListener("load", () => (this.#face.hidden = false));
    this.#card.append(this.#face, this.#name);
    paper.append(this.#card);
    paper.addEventListener("pointermove", (event) => this.#point(event));
    paper.addEventListener("pointerleave", () => this.#forget());
    paper.addEventListener("click", (event) => this.#open(event));
  }

  #point(event) {
    const mark = this.#nearest(event);
    if (mark === this.#now) return;
    this.#forget();
    if (!mark) return;
    this.#now = mark;
    mark.setAttribute("stroke-width", "2.5");
    this.#name.textContent = mark.dataset.name;
    this.#face.hidden = true;
    this.#face.src = `${base()}/items/${mark.dataset.place}/thumbnail`;
    const box = mark.getBoundingClientRect();
    const paper = this.#paper.getBoundingClientRect();
    this.#card.hidden = false;
    const left = box.right - paper.left + 8;
    this.#card.style.left = `${Math.max(0, Math.min(left, paper.width - this.#card.offsetWidth))}px`;
    this.#card.style.top = `${Math.max(0, box.top - paper.top - 40)}px`;
    this.#paper.style.cursor = "pointer";
  }

  #nearest({ clientX, clientY, target }) {
    if (target.dataset?.image) return target;
    let best = null;
    let least = REACH;
    for (const mark of this.#marks) {
      const box = mark.getBoundingClientRect();
      const apart = Math.hypot(box.x + box.width / 2 - clientX, box.y + box.height / 2 - clientY);
      if (apart < least) {
        least = apart;
        best = mark;
      }
    }
    return best;
  }

  #forget() {
    this.#now?.removeAttribute("stroke-width");
    this.#now = null;
    this.#card.hidden = true;
    this.#paper.style.cursor = "";
  }

  #open(event) {
    const mark = this.#nearest(event);
    if (!mark) return;
    // The picture's address has what is selected; that of the page may have more in it, such as from signing in.
    const { search } = new URL(this.#paper.closest("[data-figure]").dataset.src, location.href);
    location.href = `${base()}/results/images/${mark.dataset.image}${search}`;
  }
}

/** The address of the set. */
function base() {
  return location.pathname.replace(/\/results.*/, "");
}
