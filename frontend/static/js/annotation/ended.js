/** Says at the top of a page that answers on this device were of another participation, and have been let go. */
export function tellEnded(words) {
  const main = document.querySelector("main");
  if (main.querySelector(".ended")) return;
  const notice = document.createElement("p");
  notice.className = "flash note ended";
  notice.setAttribute("role", "status");
  notice.textContent = words;
  main.prepend(notice);
}
