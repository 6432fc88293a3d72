/** Says at the top of a page what became of answers on this device that are of another participation. */
export function tellEnded(words) {
  const main = document.querySelector("main");
  if (main.querySelector(".ended")) return;
  const notice = document.createElement("p");
  notice.className = "flash note ended";
  notice.setAttribute("role", "status");
  notice.textContent = words;
  main.prepend(notice);
}
